"""Services whose whole purpose is to stand before another address."""

SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at
    rb.gy tiny.cc t.ly s.id bl.ink lnkd.in soo.gd clck.ru qr.ae adf.ly shorte.st
    shorturl.com urlz.fr u.to x.co bit.do trib.al dlvr.it

    bitly.com tinyurl.is tiny.one tny.im short.io short.gy shrtco.de shorturl.gg shorturl.asia
    x.gd gg.gg n9.cl cli.re lc.cx zpr.io kutt.it dub.sh dub.co bityl.co acortar.link han.gl
    vo.la me2.do hyperurl.co smarturl.it linktr.ee lnk.bio bc.vc ouo.io ouo.press exe.io snip.ly
    t2m.io tr.im po.st spr.ly mcaf.ee amzn.to a.co fb.me wp.me git.io rotf.lol
    urlshort.dev chilp.it ity.im q.gs cur.lv qr.co qrco.de l8r.it ift.tt goo.su surl.li vk.cc
    da.gd 1url.com 2.gp shor.by lnk.to geni.us onelink.me page.link app.goo.gl
    """.split()
)
