"""Addresses that must not be read, each with nobody asked and nothing connected, and good ones."""

# What leads to private places when it stands in an address as it is.
PRIVATE_4 = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254 127.0.0.1
    127.0.0.53 127.1.2.3 127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2
    172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.8 192.0.0.170 192.0.0.192 192.0.2.1 192.31.196.1
    192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255 192.175.48.1 198.18.0.1 198.19.255.255
    198.51.100.7 203.0.113.9 224.0.0.1 224.0.0.251 233.252.0.1 239.255.255.250 240.0.0.1
    254.1.2.3 255.255.255.255
""".split()

PRIVATE_6 = """
    :: ::1 ::2 ::127.0.0.1 ::7f00:1 ::93.184.216.34 ::ffff:0:0 ::ffff:127.0.0.1 ::ffff:7f00:1
    ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ::ffff:93.184.216.34 ::ffff:0:127.0.0.1
    64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b::5db8:d822 64:ff9b:1::1 64:ff9b:1:ffff::7f00:1
    100::1 100:0:0:1::1 1000::1 1fff:ffff::1 2001::1 2001:0:7f00:1::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
    2001:2::1 2001:3::1 2001:4:112::1 2001:10::1 2001:1f:ffff::1 2001:20::1 2001:2f::1 2001:30::1
    2001:1ff:ffff::1 2001:db8::1 2001:db8:ffff::1 2002::1 2002:7f00:1:: 2002:0a00:0001::1
    2002:a9fe:a9fe:: 2002:c0a8:101::1 2002:5db8:d822::1 2620:4f:8000::1 3ffe::1 3fff::1 3fff:fff::1
    4000::1 5f00::1 8000::1 fbff::1 fc00::1 fd00::1 fd00:ec2::254 fd20:ce::254 fdff:ffff::1
    fe00::1 fe80::1 fe80::5efe:10.0.0.1 febf::1 fec0::1 feff::1 ff00::1 ff02::1 ff05::1:3 ff0e::1
    2606:4700::5efe:127.0.0.1 2606:4700::5efe:c0a8:101 2606:4700::200:5efe:10.0.0.1
    2606:4700::200:5efe:5db8:d822
""".split()

PUBLIC = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255
    128.0.0.1 168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.1 172.15.255.255 172.32.0.1
    192.0.1.1 192.0.3.1 192.88.98.1 192.88.100.1 192.167.255.255 192.169.0.1 198.17.255.255
    198.20.0.1 198.51.99.255 198.51.101.1 203.0.112.255 203.0.114.1 223.255.255.254
    2001:200::1 2001:4860:4860::8888 2001:db7:ffff::1 2001:db9::1 2003::1 2606:4700::1111
    2606:2800:220:1:248:1893:25c8:1946 2a00:1450:4001::1
""".split()

NO_IP_ADDRESSES = (
    """
    127.1 127.0.0.1. 0x7f.1 0177.0.0.1 2130706433 127.0.0.01 1.2.3.4.5 256.1.1.1 fe80::1%eth0
    2606:4700::1111%1 2606:4700::1111%25eth0 [::1] 8.8.8.8:80 8.8.8.8/32 localhost example.com
    \uff18.8.8.8 \u0668.8.8.8 2606:4700
""".split()
    + ["", " 8.8.8.8", "8.8.8.8 ", "8.8.8.8\n"]
)

# Ways to write an address of this machine, or a number at all, that programs read differently.
SPELLINGS = """
    2130706433 02130706433 0x7f000001 0X7F000001 0x7f.1 0x7f.0.0.1 0x7f.0x0.0x0.0x1 0177.0.0.1
    0177.0.0.01 017700000001 00000000177.0.0.1 127.1 127.0.1 127.0.0.0x1 0127.0.0.1 127.0.0.1.
    127.0.0.1.. 127..0.0.1 .127.0.0.1 0 0x 0x0 0.0 00 1 1.1 256.256.256.256 127.0.0.256 127.0.0.1.1
    4294967295 4294967296 18446744073709551616 3232235777 2852039166 0xa9fea9fe 0xA9.0xFE.0xA9.0xFE
    0251.0376.0251.0376 0251.254.169.254 169.254.43518 169.16689662 1572395042 0x5db8d822
    0135.0270.0330.042 93.12113954 93.184.55330 093.184.216.34 93.184.216.034 08.8.8.8 8.8.2056
    %31%32%37.0.0.1 127.0.0.1%00 127.0.0.1%2e 127%2e0%2e0%2e1 %6cocalhost local%68ost
    \uff11\uff12\uff17.0.0.1 127\uff0e0\uff0e0\uff0e1 127\u30020\u30020\u30021
    127\uff610\uff610\uff611 \u2460\u2461\u2466.\u24ea.\u24ea.\u2460 \u00b9\u00b2\u2077.0.0.1
    \u0661\u0662\u0667.0.0.1 \u0967\u0968\u096d.0.0.1 \U0001d7cf\U0001d7d0\U0001d7d5.0.0.1
    127.0.0.1\u3002 \uff10x7f.1 0\uff58\uff17\uff46.1 \u2469.0.0.\u2488 1\u20440.0.0.1
    [::ffff:127.0.0.1] [0:0:0:0:0:ffff:7f00:1] [::1] [0000::0001] [::] [0:0:0:0:0:0:0:1] [::1%lo]
    [::1%25lo] [fe80::1%eth0] [fe80::1%25eth0] [2606:4700::1111%25eth0] [::1 ::1] [[::1]] [] [::1
    ::1 ::1] 2606:4700::1111 [127.0.0.1] [localhost] [v1.127] [2606:4700::1111]x x[2606:4700::1111]
    [\uff1a\uff1a1] [::ffff:0x7f.1] [::ffff:127.1] [::ffff:0177.0.0.1]
""".split()

NAMES = """
    localhost LOCALHOST localhost. LocalHost.. localhost.localdomain a.localhost a.b.localhost.
    foo.local printer.LOCAL. metadata.google.internal metadata a.internal. instance-data
    metadata.goog router.home.arpa home.arpa printer.lan nas.home wiki.corp wiki.intranet x.private
    x.localdomain abc.onion abc.alt x.invalid 1.0.0.127.in-addr.arpa
    kubernetes.default.svc kubernetes.default.svc.cluster.local host.docker.internal intranet db
    redis ip6-localhost ip6-loopback broadcasthost com 127.0.0.1.nip.io 10-0-0-1.sslip.io
    localtest.me a.localtest.me lvh.me 7f000001.c0a80001.rbndr.us make-127-0-0-1-rr.1u.ms
    \uff4cocalhost loc\u24d0lhost \u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3
    localho\u017ft loca\u2113host \u1d38ocalhost \uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54
    foo\u3002local foo\uff61internal foo\uff0elocalhost a.\U0001d4d8nternal
    local\u00adhost local\u200bhost local\u200dhost \u2060localhost localhost\ufeff \u202elocalhost
    xn--localhost- xn-- xn--a xn--localhost-.com xn--99999999999.se xn--example-.com
    xn--example-9sf.com.local a..com .com com. * *.com a*b.com a!b.com a,b.com a;b.com a'b.com
    a"b.com a(b).com a$b.com a&b.com a+b.com a=b.com a~b.com a`b.com a{b}.com a|b.com a^b.com
    a<b>.com a\u2044b.com a\u2215b.com a\uff0fb.com a\u2100b.com a\uff1ab.com a\uff20b.com
    a\uff1fb.com a\uff03b.com a\uff3cb.com a\u2025com \ud800.com
""".split()

WHOLE = [
    "",
    " ",
    "/",
    "//",
    "127.0.0.1",
    "localhost",
    "example.com",
    "www.example.com/page",
    "//127.0.0.1/",
    "///127.0.0.1/",
    "\\\\127.0.0.1\\x",
    "http",
    "http:",
    "http:/",
    "http://",
    "http:///",
    "http:////127.0.0.1/",
    "http:///127.0.0.1/",
    "http://?",
    "http://#",
    "http://:80/",
    "http://.",
    "http://../",
    "http:127.0.0.1",
    "http:/127.0.0.1/",
    "http:\\\\127.0.0.1/",
    "http:/\\127.0.0.1/",
    "http;//example.com/",
    "h\u200bttp://example.com/",
    "\uff48ttp://example.com/",
    "http\uff1a//example.com/",
    "http:\uff0f\uff0fexample.com/",
    "htt\u1d56://example.com/",
    "url:http://127.0.0.1/",
    "feed:http://127.0.0.1/",
    "feed://example.com/",
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "ftp://example.com/",
    "gopher://127.0.0.1:6379/_INFO",
    "dict://127.0.0.1:11211/stats",
    "ldap://127.0.0.1/",
    "tftp://127.0.0.1/x",
    "jar:http://127.0.0.1!/",
    "javascript:1",
    "data:text/html,x",
    "mailto:alice@example.com",
    "ws://example.com/",
    "wss://example.com/",
    "about:blank",
    "unix:///var/run/docker.sock",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/x",
    "view-source:http://example.com/",
    "https+http://example.com/",
    "httpss://example.com/",
    "http://good.com@127.0.0.1/",
    "http://127.0.0.1@good.com/",
    "http://good.com:80@127.0.0.1/",
    "http://good.com:80@127.0.0.1:80/",
    "http://alice:secret@good.com/",
    "http://@good.com/",
    "http://:@good.com/",
    "http://a@b@good.com/",
    "http://good.com%40127.0.0.1/",
    "http://127.0.0.1%20@good.com/",
    "http://127.0.0.1\\@good.com/",
    "http://good.com\\@127.0.0.1/",
    "http://good.com\\.127.0.0.1/",
    "http://good.com\\/127.0.0.1/",
    "http://good.com/\\127.0.0.1",
    "http://127.0.0.1#@good.com/",
    "http://127.0.0.1?@good.com/",
    "http://127.0.0.1/@good.com",
    "http://127.0.0.1;@good.com/",
    "http://127.0.0.1:80#good.com",
    "http://127.0.0.1,good.com/",
    "http://good.com,127.0.0.1/",
    "http://good.com 127.0.0.1/",
    "http://good.com\t127.0.0.1/",
    "http://good.com\n127.0.0.1/",
    "http://127.0.\t0.1/",
    "http://127.0.\n0.1/",
    "ht\ntp://127.0.0.1/",
    "ht\ttp://good.com/",
    "http://good.com/\r\nHost: 127.0.0.1",
    "http://good.com/\nx",
    "http://good.com/\x00",
    "http://good.com\x00.127.0.0.1/",
    "http://good.com/a\tb",
    "http://good.com/\x7f",
    "http://good.com/\x85",
    "http://good.com/\u2028",
    "http://good.com/\u202e",
    "http://good.com/\ud800",
    "http:// good.com/",
    "http://good.com /",
    "http://good .com/",
    "\x00http://good.com/",
    "\x01http://127.0.0.1/",
    "\ufeffhttp://good.com/",
    "http://good.com:22/",
    "http://good.com:25/",
    "http://good.com:6379/",
    "http://good.com:8080/",
    "http://good.com:0/",
    "http://good.com:99999/",
    "http://good.com:65616/",
    "http://good.com:4294967376/",
    "http://good.com:-80/",
    "http://good.com:+80/",
    "http://good.com:80:80/",
    "http://good.com:80a/",
    "http://good.com:0x50/",
    "http://good.com:\uff18\uff10/",
    "http://good.com:\u0668\u0660/",
    "http://good.com: 80/",
    "http://good.com::80/",
    "http://127.0.0.1:/",
    "http://127.0.0.1:80/",
    "https://127.0.0.1:443/",
    "https://localhost/",
    "https://[::1]/",
    "http://[::1]:80/",
    "http://[2606:4700::1111]:8080/",
    "http://[2606:4700::1111]80/",
    "http://[2606:4700::1111",
    "http://{good.com}/",
    "http://good.com:80 /",
    "http://${jndi:ldap://x}/",
    "http://{{7*7}}/",
    "http://" + "a" * 64 + ".com/",
    "http://" + "\u00e4" * 60 + ".com/",
    "http://" + "a." * 127 + "com/",
    "http://" + "\u00e4b." * 60 + "com/",
    "http://good.com/" + "x" * 2048,
    "http://good.com/" + "\u00e4" * 400,
]

BAD = [
    *(f"http://{ip}/" for ip in PRIVATE_4),
    *(f"http://[{ip}]/" for ip in PRIVATE_6),
    *(f"http://{host}/" for host in SPELLINGS + NAMES),
    *(f"HTTPS://{host}:443" for host in SPELLINGS[:20] + NAMES[:20]),
    *WHOLE,
]

# What is read, and what is asked for in its place.
GOOD = [
    ("http://example.com", "http://example.com/"),
    ("https://example.com/", "https://example.com/"),
    ("  https://example.com/a\n", "https://example.com/a"),
    ("HTTP://EXAMPLE.COM/A?B#C", "http://example.com/A?B"),
    ("http://example.com./", "http://example.com/"),
    ("http://example.com:80/", "http://example.com/"),
    ("http://example.com:080/", "http://example.com/"),
    ("http://example.com:/", "http://example.com/"),
    ("http://example.com:443/", "http://example.com:443/"),
    ("https://example.com:443/x", "https://example.com/x"),
    ("https://example.com:80/x", "https://example.com:80/x"),
    ("https://example.com?a=1&b=[2]", "https://example.com/?a=1&b=%5B2%5D"),
    ("https://example.com#x", "https://example.com/"),
    ("http://example.com#@127.0.0.1/", "http://example.com/"),
    ("http://example.com?@127.0.0.1/", "http://example.com/?@127.0.0.1/"),
    ("http://example.com/@127.0.0.1/", "http://example.com/@127.0.0.1/"),
    ("http://example.com/http://127.0.0.1/", "http://example.com/http://127.0.0.1/"),
    ("http://example.com//127.0.0.1/", "http://example.com//127.0.0.1/"),
    ("http://example.com/../../x", "http://example.com/../../x"),
    ("http://127.0.0.1.example.com/", "http://127.0.0.1.example.com/"),
    ("http://localhost.example.com/", "http://localhost.example.com/"),
    ("http://a.local.example.com/", "http://a.local.example.com/"),
    ("http://0x7f.example/", "http://0x7f.example/"),
    ("http://1.2.3.4.com/", "http://1.2.3.4.com/"),
    ("http://a_b.example.com/", "http://a_b.example.com/"),
    ("http://93.184.216.34/", "http://93.184.216.34/"),
    ("http://93.184.216.34./x", "http://93.184.216.34/x"),
    ("http://\uff19\uff13.184.216.34/", "http://93.184.216.34/"),
    ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
    ("https://[2606:4700:0:0::1111]:443/", "https://[2606:4700::1111]/"),
    ("https://m\u00fcnchen.de/\u00fc b%20c%", "https://xn--mnchen-3ya.de/%C3%BC%20b%20c%25"),
    ("https://M\u00dcNCHEN.de/", "https://xn--mnchen-3ya.de/"),
    ("https://mu\u0308nchen.de/", "https://xn--mnchen-3ya.de/"),
    ("https://xn--mnchen-3ya.de/", "https://xn--mnchen-3ya.de/"),
    ("https://XN--Mnchen-3ya.DE/", "https://xn--mnchen-3ya.de/"),
    ("https://stra\u00dfe.de/", "https://xn--strae-oqa.de/"),
    ("http://\u4f8b\u3048\u3002jp/", "http://xn--r8jz45g.jp/"),
    ("http://\u4f8b\u3048.\u30c6\u30b9\u30c8/", "http://xn--r8jz45g.xn--zckzah/"),
    ("http://\u0661.example.com/", "http://xn--9hb.example.com/"),
    ("http://\u24d4xample.com/", "http://example.com/"),
    ("https://example.com/'\"<>`{}|^", "https://example.com/'%22%3C%3E%60%7B%7D%7C%5E"),
    ("https://example.com/a+b,c;d=e:f@g!$&'()*~", "https://example.com/a+b,c;d=e:f@g!$&'()*~"),
]
