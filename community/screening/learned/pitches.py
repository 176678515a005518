"""What advertising is made of: kinds of words, so that "order" teaches something about "buy". Pure.

None of them says anything by itself, and patients use all of them. What they are worth is learned
like any word's; so is how many different kinds stand together, for which a shop needs five and a
patient one or two. Written from what forums get, not taken from a list.
"""

from community.screening.learned.roots import root

ORDER = """
buy buyer order purchase shop store click tap visit register claim subscribe join apply enrol
enroll book browse download checkout request reserve grab watch try unlock participate spin play
sign_up pre_order log_on get_yours
"""
OFFER = """
discount sale deal offer coupon promo promotion voucher bonus cheap cheaper cheapest wholesale
free stock refund guarantee trial instalment installment code package catalogue reward prize gift
lowest limited affordable brochure shipping delivery half_price price_list money_back best_price
special_price at_cost
"""
REACH = """
contact reach email mail inbox text call whatsapp telegram viber wickr signal dm pm message reply
enquire inquire profile link website site write_to write_me ask_me hit_me
"""
HASTE = """
now today tonight hurry quick fast instant instantly immediately overnight deadline midnight
exclusive selected only_left sold_out last_few while_stock this_week spaces_filling place_left
"""
PROMISE = """
cure permanent permanently miracle forever proven secret reverse heal healer success verify verified
legit genuine certified register licensed trusted recommend natural naturally ancient thousand
satisfied testimony testify testimonial transform remedy formula detox herbal herb spell relief
risk_free pain_free thank_to god_bless live_proof changed_my no_side never_believed
"""
EARN = """
earn income profit invest investment investor loan cash payout bitcoin btc crypto usdt trade trader
forex win winner jackpot bet betting casino lottery lotto spin paid salary commission interest
credit debt lender borrow fund grant withdraw withdrawal deposit usd dollar double referral
work_from pay_you passive_income
"""
GOODS = """
pill tablet capsule gummy gummies oil drop spray powder supplement tea cream balm patch mat device
bracelet bottle kit pack sample shake product range brand programme program course ebook app
"""
KINDS = {
    "order": ORDER,
    "offer": OFFER,
    "reach": REACH,
    "haste": HASTE,
    "promise": PROMISE,
    "earn": EARN,
    "goods": GOODS,
}
# What asks for something. The others only come along: patients name goods, and win nothing by it.
APPEALS = frozenset({"<order>", "<offer>", "<reach>", "<haste>", "<promise>", "<earn>"})
KIND_OF = {
    " ".join(map(root, entry.split("_"))): f"<{kind}>"
    for kind, entries in KINDS.items()
    for entry in entries.split()
}


def kind_of(name: str) -> str | None:
    """The kind of a root, or of a pair of them: "<offer>" for "discount" and for "half price"."""
    return KIND_OF.get(name)
