"""How often something may be tried, pure. Counted by place, by person or by address of mail.

It keeps programs from guessing. People who meet one of these wait a minute or two; what a code
by mail allows stands in `members.codes`.
"""

# A slip and a lost message are three codes a minute; twelve an hour keep a stranger from filling
# somebody's mailbox.
CODES_A_MINUTE = 3
CODES_AN_HOUR = 12
# A clinic or a library may stand behind one address of the network.
CODES_A_MINUTE_FROM_ONE_PLACE = 20
SIGN_INS_A_MINUTE_FROM_ONE_PLACE = 30
SIGN_UPS_A_MINUTE_FROM_ONE_PLACE = 20
PASSKEYS_A_MINUTE_FROM_ONE_PLACE = 10
# Between two codes to a new address: a double-click sends one.
SECONDS_BETWEEN_ADDRESS_CODES = 10
ADDRESS_CHANGES_A_MINUTE = 10
PROOFS_A_MINUTE = 10  # showing again that it is you
# Sixty guesses an hour at a million codes, of which three fit: whoever has somebody's first key
# finds the second one in a week with a chance of three in a hundred.
APP_CODES = 5
APP_CODES_SECONDS = 5 * 60
APP_CODES_A_MINUTE_FROM_ONE_PLACE = 10

# In the words of allauth: how many, in which time, by whom.
OF_ACCOUNTS = {
    "request_login_code": f"{CODES_A_MINUTE_FROM_ONE_PLACE}/m/ip,"
    f"{CODES_A_MINUTE}/m/key,{CODES_AN_HOUR}/h/key",
    "login": f"{SIGN_INS_A_MINUTE_FROM_ONE_PLACE}/m/ip",
    "signup": f"{SIGN_UPS_A_MINUTE_FROM_ONE_PLACE}/m/ip",
    "confirm_email": f"1/{SECONDS_BETWEEN_ADDRESS_CODES}s/key",
    "manage_email": f"{ADDRESS_CHANGES_A_MINUTE}/m/user",
    "reauthenticate": f"{PROOFS_A_MINUTE}/m/user",
    "login_failed": f"{APP_CODES_A_MINUTE_FROM_ONE_PLACE}/m/ip,"
    f"{APP_CODES}/{APP_CODES_SECONDS}s/key",
}
OF_PASSKEYS = {"webauthn_login": f"{PASSKEYS_A_MINUTE_FROM_ONE_PLACE}/m/ip"}
