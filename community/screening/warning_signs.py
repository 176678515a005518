"""Signs of illness that a doctor should see at once, as patients write them.

Each alarm is one sign, or several that stand in one sentence. They are taken from the general
advice of public health services on when to call an ambulance. Nothing is diagnosed: the words of a
calm post can be an emergency, and most posts that raise an alarm are none.
"""

import re

# Over the plain words of one sentence ("i can not breathe").
SIGNS: dict[str, str] = {
    "chest": r"(pain|pressure|squeezing|crushing|tight\w*|burning|heav\w+|weight|ache|stabbing)"
    r"( \w+){0,4} (chest|breastbone|sternum)|(chest|breastbone|sternum)( \w+){0,3} (pain|pressure|hurts?|tight\w*|heavy|"
    r"crushing|squeez\w+|burns|feels|crushed)|elephant is sitting on|tight in my chest|crushing feeling behind",
    "arm_or_jaw": r"(left|right|my|an?|the|one) (arms?|shoulder)|jaw|shoulder blade|arm",
    "breathless": r"(can|could) (not|hardly|barely)( \w+){0,3} (breathe|breath|air)|short of breath|"
    r"gasping|struggling (to breathe|for (air|breath))|wheezing|breathing (is )?(fast|hurts|hard)|stopped breathing|"
    r"hardly breathe|barely breathe|fighting for (air|breath)|out of breath|no air|breathe? in hurts|hurts when i (breathe|take it in)",
    "blue": r"(lips?|fingers|nails|face)( and (lips?|fingers|face))? (are|is|look|looks|turn\w*|going|went|gone)( \w+)? blue|"
    r"blue (lips|fingers|face)|(lips?|fingers) (and (lips?|fingers) )?(look|are|is)? ?blue",
    "sweating": r"sweating|cold sweat|grey in the face",
    "faint": r"(feel|feeling|felt|am|going|about|so|and|very) (very |so |like )?(faint|weak|to (faint|pass out)|"
    r"passing out|drowsy|sleepy|dizzy|sick)|i faint|going to pass out|about to faint|passed out|"
    r"keep fainting|keep my eyes open|collapsed|blacked out|fainted",
    "pounding": r"heart (is|keeps|has been|was) (racing|pounding|fluttering|going (crazy|wild|mad))|fast heart|"
    r"heart rate of 1[5-9]\d",
    "swelling": r"(throat|tongue|lips?|face|neck)( and (throat|lips|tongue|face))? (is|are|keeps?|started|feels?( like it is)?) "
    r"(closing|swelling|swollen|puff\w+|tight|shut)( up| shut)?|(throat|tongue|lips?) (and (throat|tongue|lips?) )?(are |is )?"
    r"swelling|throat is closing|can not swallow my own|swelling shut",
    "hives": r"hives|covered in (a )?rash|swollen face",
    "face_drops": r"(face|mouth|eyelid|smile) (is|has|hangs?|droops?|dropped)( \w+)?( drooping| dropped| hanging| down|"
    r" on one side)?|half of (my|his|her|the) face|side of (my|his|her|the) (face|mouth)",
    "speech": r"speech is|slurr(ed|ing|s)|talks? funny|can not (find|get) (the |my )?words|mumbl\w+|"
    r"can not (speak|talk)|words come out wrong|talks nonsense",
    "one_side": r"(left|right|one|whole (left|right)) (arm|leg|side|hand|half)( and (arm|leg))?|half my body|my hand",
    "weak_or_numb": r"(went|is|has gone|are|feels?|suddenly|sudden) (suddenly )?(numb|weak(ness)?|limp|dead|paralysed|useless)|"
    r"can not (move|lift|feel)|weakness in|will not (obey|move)|gave way|no feeling",
    "sudden": r"sudden(ly)?|all of a sudden|out of nowhere|like a thunderclap|most sudden",
    "thunderclap": r"(worst|most (sudden )?terrible|explosive) (headache|migraine|pain in my head)( ever| of| in| i have ever)?|"
    r"most sudden terrible pain in my head|thunderclap|headache (ever|like never before)|like a hammer",
    "stiff_neck": r"stiff neck|neck is (so )?stiff|can not (bend|move) my neck",
    "fever": r"(?<!no )(?<!slight )fever|temperature of (39|4\d)|burning hot|shivering|chills|shaking",
    "bad_rash": r"rash that does not (fade|disappear|go)|purple rash|skin is mottled|"
    r"rash is (peeling|blistering)|blisters in my mouth|skin (comes|is coming|peels|is peeling)( off)?",
    "confused": r"(is|am|are|feel|feels|so|very) confused|makes no sense|not making sense|mind is foggy like never|"
    r"does not know where",
    "saddle": r"numb (between (my|the) legs|down there|around my (bottom|groin)|in my groin)|saddle( area)? (is |feels )?numb|"
    r"saddle area|no feeling (around my bottom|between my legs|down there)",
    "no_control": r"(can not|not been able to|could not) (pee|urinate|hold (it|my)|pass (water|urine))|"
    r"lost control of my (bowels?|bladder)|wet myself|soiled myself|no urine",
    "legs": r"can not (feel|move) my legs|legs (are|went|have gone) numb|both legs",
    "vomits_blood": r"(vomit(ing|ed|s)?|throwing up|threw up|cough(ing|ed|s)? up|spitting( up| out)?|spat) (\w+ )?blood|"
    r"blood in my (vomit|sick)|coffee grounds|blood when i cough",
    "black_stool": r"(stools?|poo|poop) (is|are|was) (\w+ )?black|black (like tar|tarry|and sticky)|tarry",
    "calf": r"(calf|leg) (is|looks) (very |so )?(swollen|fat|thick|hot|red|warm)|swollen calf",
    "too_many": r"(took|taken|swallowed|had|drank) (\w+ ){0,3}(twice|double|too many|again)|double dose|"
    r"(took|taken|swallowed) (ten|twenty|thirty|\d\d+|a whole (bottle|pack|packet|box))|drank my liquid|"
    r"already taken my",
    "by_mistake": r"by (mistake|accident)|accidentally|without thinking|in error|mixed up|forgot|(kid|child|son|daughter|toddler|baby|he|she)",
    "poison": r"(swallowed|drank) (some )?(bleach|cleaner|antifreeze|drain|acid|petrol)",
    "seizure_now": r"(is having|am having|having) a (seizure|fit)|seizure (that |and it )?(does|will) not stop|"
    r"(husband|wife|son|daughter|he|she|child|friend) (fits|is fitting|is convulsing)|convulsing",
    "unconscious": r"(is|lies|was found) unconscious|(does|will|can) not wake (up|him|her|them)|has not come round|"
    r"(is|went) (limp|not responding)|unresponsive|(baby|child) (is limp|does not wake)",
    "eye": r"can not see|went black|lost (my )?(sight|vision)|lost sight|see halos|(gone|went) blind|curtain over",
    "of_eye": r"(left|right|one|my|an) eyes?|eye",
    "bleeding": r"(will|does) not stop bleeding|bleeding (will|does) not stop|bleeding heavily|"
    r"soaked (two|three|four|several|\d)|bleeding from my (bottom|bowel)|bleed(ing)? a lot|blood is pouring|pouring blood",
    "pregnant": r"pregnant|weeks along",
    "new_medicine": r"(since|after) (starting |i started )?(the|a|my|that|this|these|those) (new |epilepsy |other )?(\w+ )?(tablets?|medicines?|"
    r"meds|pills?|antidepressants?|antibiotics?|drug|injection)|started (lamotrigine|carbamazepine|allopurinol)|"
    r"(bees?|wasps?|bee|wasp) (stung|sting)",
    "rigid": r"muscles are rigid|rigid|shaking",
    "belly": r"belly is (as )?hard|hard as a board|severe (tummy|stomach|abdominal) pain",
    "vomiting": r"vomiting|throwing up",
    "sugar": r"(sugar|glucose) (is|of|at) (2[5-9]|[3-9]\d|[4-9]\d\d)",
    "head_injury": r"(hit|fell on|banged) my head",
    "wound": r"wound is black|wound smells",
    "red_eye": r"eye is (very )?red",
}
ALARMS: tuple[tuple[str, ...], ...] = (
    ("chest", "breathless"), ("chest", "arm_or_jaw"), ("chest", "sweating"), ("chest", "faint"),
    ("blue",), ("swelling",), ("hives", "breathless"), ("breathless", "worse"),
    ("breathless", "now"),
    ("face_drops", "speech"), ("weak_or_numb", "one_side", "now"), ("one_side", "speech"),
    ("weak_or_numb", "one_side", "sudden"), ("face_drops", "weak_or_numb"),
    ("face_drops", "one_side", "sudden"),
    ("thunderclap", "now"), ("thunderclap", "sudden"), ("stiff_neck", "fever"), ("bad_rash", "fever"),
    ("bad_rash", "new_medicine"), ("confused", "fever"), ("confused", "head_injury"),
    ("vomiting", "head_injury"),
    ("saddle",), ("no_control", "legs"), ("legs", "now"), ("no_control", "now", "spine"),
    ("vomits_blood",), ("black_stool", "faint"), ("black_stool", "now"), ("calf", "breathless"),
    ("too_many", "by_mistake"), ("too_many", "faint"), ("poison",), ("seizure_now",),
    ("unconscious",), ("eye", "of_eye", "sudden"), ("eye", "of_eye", "now"), ("red_eye", "eye"),
    ("bleeding",), ("pregnant", "bleeding"), ("new_medicine", "rigid", "fever"),
    ("belly", "vomiting"), ("sugar", "vomiting"), ("faint", "pounding"), ("wound", "fever"),
    ("fever", "breathless"), ("twice_faint",), ("chest", "time"), ("chest", "down"),
    ("face_drops", "one_side"), ("weak_or_numb", "time"), ("stroke",), ("one_side", "dropped"),
    ("vomits_blood",), ("fever", "pounding"), ("fever", "confused"), ("face_puffs", "new_medicine"),
    ("calf", "hurts_breath"), ("bad_rash",), ("faint", "chest"), ("black_stool", "weak"),
)  # fmt: skip
SIGNS["now"] = (
    r"(right |just )?now|tonight|today|this (morning|evening|afternoon)|"
    r"since (this morning|last night|yesterday|an hour|lunch|noon|i came home|about)|an hour ago|"
    r"within minutes|"
    r"for the last (hour|few hours|\d+ (hours|minutes))|\d+ (hours|minutes) ago|just (started|woke)|"
    r"woke up|at this moment|after the epidural"
)
SIGNS["time"] = r"(for|since)( about)? (an|one|two|three|half an|ten|twenty|\d+) (hours?|minutes)"
SIGNS["down"] = r"(going|goes|radiat\w+|runs?|spread\w*) (down|into|to|up) (my|the)"
SIGNS["stroke"] = (
    r"(having|have|had) a (stroke|heart attack) (now|right now|i think)|i think i am having a (stroke|heart attack)"
)
SIGNS["dropped"] = r"dropped the|keep dropping|side is weak"
SIGNS["face_puffs"] = (
    r"(face|lips?|eyes?) (is|are) (puffing|puffy|swelling|swollen)|voice is (going|gone)"
)
SIGNS["hurts_breath"] = (
    r"breathing (hurts|is hard)|hurts (to|when i) (breathe|take)|short of breath"
)
SIGNS["weak"] = r"so weak|very weak|weak"
SIGNS["worse"] = r"getting worse|worse by the (minute|hour)|worse and worse"
SIGNS["spine"] = r"back pain|my back|spine|epidural|slipped disc"
SIGNS["twice_faint"] = r"(passed out|fainted) (twice|three times|again|several times) today"

# Looser pairs: single words that stand together in few calm sentences.
SIGNS["chest_word"] = r"chest|breastbone|sternum"
SIGNS["bad"] = (
    r"pain|hurts?|tight\w*|pressure|crushing|squeez\w+|stabbing|burning|heavy|heaviness|weight|narrow\w*"
)
SIGNS["with_it"] = (
    r"sweat\w*|drenched|sick|nausea\w*|dizzy|faint|jaw|arms?|tingling|clammy|grey|woke|collapsed|blood"
)
SIGNS["airway"] = r"throat|tongue|lips?|windpipe|neck"
SIGNS["closes"] = r"swell\w*|swollen|narrow\w*|closing|closes|shut|puff\w*|thick"
SIGNS["ate_or_stung"] = (
    r"since i (ate|had|took)|after (i ate|eating|the (nuts?|shrimps?|injection|jab|vaccine|sting))|"
    r"stung|nuts?|peanuts?|shellfish|tingl\w+|now|hives"
)
SIGNS["blood_up"] = (
    r"(cough|vomit|throw|spit|bring)\w*( \w+){0,4} blood|blood( \w+){0,4} (cough|vomit|spit)\w*"
)
SIGNS["no_air"] = (
    r"can not get (enough )?air|no air|can not (get|catch) my breath|panting|sit up (all night|to breathe)"
)
SIGNS["neck_bad"] = r"neck (will|does|can) not bend|can not bend my neck|neck is (stiff|rigid)"
SIGNS["light"] = r"light (hurts|is (torture|unbearable|too much))"
SIGNS["hot"] = r"(temperature|fever)|(38|39|40|41) \d|4[01]"
SIGNS["wipe"] = r"can not feel (myself )?(when|while) i wipe|can not feel myself|wet the bed"
SIGNS["half_sight"] = (
    r"half of (my|the) (vision|sight)|(vision|sight)( \w+){0,4} (disappeared|gone|vanished)|see double"
)
SIGNS["fit_signs"] = r"(shaking|jerking|twitching) and (foaming|not|does not)|foaming"
SIGNS["pregnant_word"] = r"pregnant|weeks (pregnant|along)|fourteen weeks|trimester"
SIGNS["bleeding_word"] = r"bleed\w*|blood"
SIGNS["leg_sore"] = r"(calf|leg)( \w+){0,4} (hard|sore|swollen|fat|hot|red|warm|painful)"
SIGNS["short"] = r"pant\w*|short of breath|breathless|out of breath|can not breathe|breathing"
SIGNS["peels"] = r"(skin|mouth|lips)( \w+){0,3} (blister\w*|peel\w*|comes off|sheets|sores)"
SIGNS["pills_word"] = (
    r"(took|taken|swallowed|drank|ate)( \w+){0,6} (pills?|tablets?|capsules|morphine|oxycodone|tramadol|methadone|patch(es)?|insulin|medicine)"
)
SIGNS["much"] = (
    r"(way )?too (many|much)|by (accident|mistake)|accidentally|double|whole (bottle|box|pack(et)?)|without knowing"
)
SIGNS["speech_odd"] = (
    r"(speech|words?|talking)( \w+){0,3} (funny|slurred|strange|nonsense|gone|garbled)"
)
SIGNS["hand_dead"] = (
    r"(hand|arm|leg|side|face|smile)( \w+){0,3} (dead|numb|weak|crooked|drooping|hanging|limp|useless)"
)
SIGNS["can_not_lift"] = (
    r"can not (lift|move|raise|use) (my|his|her|the) (left |right )?(arm|hand|leg)|smile is crooked"
)
SIGNS["sugar_word"] = r"(sugar|glucose)( \w+){0,3} (2[5-9]|[3-9]\d|[4-9]\d\d)"
SIGNS["sick"] = r"vomit\w*|throwing up|threw up|confused|drowsy|see double"
SIGNS["head_hit"] = r"(hit|banged|knocked|fell on) (my|his|her|the) head|head injury"
ALARMS += (
    ("chest_word", "bad", "with_it"), ("airway", "closes", "ate_or_stung"), ("blood_up",), ("no_air",),
    ("neck_bad", "hot"), ("neck_bad", "light"), ("wipe",), ("half_sight", "now"), ("fit_signs",),
    ("pregnant_word", "bleeding_word"), ("leg_sore", "short"), ("peels", "new_medicine"),
    ("pills_word", "much"), ("speech_odd", "hand_dead"), ("can_not_lift", "sudden"),
    ("can_not_lift", "speech"), ("sugar_word", "sick"), ("head_hit", "sick"), ("half_sight", "head_hit"),
    ("black_stool", "passes_out"),
)  # fmt: skip
SIGNS["passes_out"] = r"pass(ing|ed)? out|faint\w*|collaps\w*"
SIGNS["black_stool"] = (
    r"(stools?|poos?|poop) (is|are|was) (\w+ )?(black|tarry)|black (like tar|tarry|and sticky)|tarry"
)

# Ways in which somebody says one of these without its usual words.
SIGNS["band"] = r"band around my chest|chest( \w+){0,4} (tighter|gets worse)"
SIGNS["limb_drags"] = (
    r"(leg|arm|foot) (drags|hangs|is dragging)|corner of (my|his|her) mouth|mouth droops"
)
SIGNS["inhaler_fails"] = (
    r"(inhaler|spray|pump) (does|is doing|did) (nothing|not help)|inhaler is not (working|helping)"
)
SIGNS["after_food"] = (
    r"after (the|eating|some) (shrimps?|nuts?|peanuts?|fish|egg|milk|sesame|strawberries|prawns?)"
)
SIGNS["lips_bad"] = (
    r"(lips?|tongue|face|eyes)( \w+){0,3} (fat|thick|itch\w*|swell\w*|swollen|tingl\w*)"
)
SIGNS["clots"] = r"clots of blood|blood in the sink"
SIGNS["hold_urine"] = (
    r"(no longer|can not|not able to) hold (my|the|any) (urine|water|pee|stool|bowels?)"
)
SIGNS["curtain"] = r"(curtain|veil|shadow)( \w+){0,3} (over|across) (my|one) (right |left )?eye"
SIGNS["gave_much"] = (
    r"(gave|given)( \w+){0,4} (twice|double|too much|ten times) (the |of the )?(dose)?"
)
SIGNS["not_awake"] = r"(still )?not (awake|waking|conscious|responding)|has not (woken|come round)"
SIGNS["had_fit"] = r"(had|having|has had) a (fit|seizure)"
SIGNS["violent_head"] = (
    r"(most|so) (violent|severe|terrible|explosive) headache|headache( \w+){0,4} out of (the blue|nowhere)"
)
SIGNS["infected"] = r"(wound|scar|cut|port|drain)( \w+){0,3} (leak\w*|pus|black|smells|hot|oozing)"
SIGNS["belly_bad"] = (
    r"(belly|tummy|stomach|abdomen)( \w+){0,4} (hard|so badly|unbearable|can not stand)"
)
SIGNS["heart_odd"] = r"heart( \w+){0,3} (irregular\w*|racing|pounding|stops|skipping|wild)"
SIGNS["nearly_faint"] = r"(nearly|almost|just) (fainted|passed out|collapsed)|faint(ed|ing)"
SIGNS["pads"] = (
    r"(change|changing|soak\w*) (the |my |a )?(pads?|towels?)( \w+){0,2} (every|each|an) (half )?(an )?hour|bleeding so much"
)
ALARMS += (
    ("band",), ("limb_drags", "now"), ("limb_drags", "speech"), ("inhaler_fails",),
    ("after_food", "lips_bad"), ("clots",), ("hold_urine",), ("curtain",), ("gave_much",),
    ("had_fit", "not_awake"), ("violent_head", "sick"), ("violent_head", "sudden"),
    ("infected", "hot"), ("belly_bad", "sick"), ("heart_odd", "nearly_faint"), ("pads",),
)  # fmt: skip
SIGNS["now"] += r"|since (breakfast|this afternoon|the fall)|minutes ago"
SIGNS["sudden"] += r"|out of the blue"
SIGNS["hot"] = r"temperature|fever|(38|39|40|41) \d"
SIGNS["sick"] += r"|vomited|nauseous"

# Long ago, in general, somebody else's story, a figure of speech, or looked at by a doctor already.
HARMLESS = re.compile(
    r"\b(years? ago|months ago|for (months|years)|long ago|in (19|20)\d\d|back in|last "
    r"(year|spring|summer|autumn|winter|month)|as a (child|kid|teen\w*)|ever since|turned out|was only|"
    r"used to|at school|once after|signs? of|how do you know|what are|the (article|leaflet|study|doctor"
    r" said)|side effects?|if (you|your|my|i|somebody|someone|anyone)|read about|rule out|ruled out|"
    r"told me it was|they (said|say)|panic attacks?|when i am (anxious|tired|nervous|stressed)|anxious|"
    r"anxiety|harmless|my (doctor|cardiologist) knows|checked it|course about|sometimes|now and then|"
    r"every time|comes and goes|with (joy|grief|boredom|laughter)|of boredom|from boredom|"
    r"laugh(ed|ing)|bill|in winter|bee hive|fell asleep|is gone|are gone|was gone|all is well|is fine|was "
    r"fine|(until|till) the (tablets|pills|medicine) work|to bed|i am unconscious of|no (chest|"
    r"fever|bleeding)|cake|kettle|pillow|gardening|carpal)\b"
)
