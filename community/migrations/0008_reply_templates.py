"""The first reply templates. Staff change them, and keep what they changed: titles come once."""

from django.db import migrations

DECISION, CRISIS, RED_FLAG = "decision", "crisis", "red_flag"
NOTICE, APPEAL = "notice", "appeal"

# Use, ground, title, words. Square brackets stand where only a person knows what to say.
FIRST = [
    (
        DECISION,
        "medical_advice",
        "Advice to others",
        "Thank you for wanting to help. Your comment tells others what to do about their treatment, "
        "and that we cannot show: nobody here knows what else they take or live with.\n\n"
        "Told as your own story, what you tried and how it went, it is very welcome.",
    ),
    (
        DECISION,
        "dose",
        "A dose",
        "Please leave the dose out. Somebody may try it who takes other medicines, or whose body "
        "deals with them differently.\n\n"
        "That it helped you, and that you found the amount together with whoever treats you, says "
        "as much.",
    ),
    (
        DECISION,
        "diagnosis",
        "What somebody else has",
        "You may well have recognised something. Still, please do not tell anybody here which "
        "illness they have, or have not: many were told wrong things for years.\n\n"
        "“That sounds like what I had, and this is what I asked about” leaves the door open.",
    ),
    (
        DECISION,
        "cure_claim",
        "A cure",
        "I am glad that it helped you. Please leave out that it cures, or that it works for "
        "everybody. People who have tried everything read that as if they had not tried enough.\n\n"
        "Your own experience is welcome without the promise.",
    ),
    (
        DECISION,
        "selling",
        "An offer",
        "We keep this place free of offers, of well-meant ones, too. If the thing helped you, you "
        "can say so without a shop, a price or a link.",
    ),
    (
        DECISION,
        "recruiting",
        "A study or survey",
        "Thank you for your work. Before anybody is asked to take part in something here, the team "
        "looks at it: who runs it, which ethics committee agreed, what becomes of the answers.\n\n"
        "Please write to the team first. If it is in order, we post it ourselves.",
    ),
    (
        DECISION,
        "personal_details",
        "Own details",
        "Please take out the details with which you can be found. Everybody can read this page, and "
        "what was copied from it cannot be taken back.\n\n"
        "Your story is just as strong without them.",
    ),
    (
        DECISION,
        "personal_details",
        "Details of somebody else",
        "Your comment names somebody who was not asked, or says where they can be found. Please "
        "leave that out, also where they treated you badly. What happened to you can be told "
        "without it, and will be read.",
    ),
    (
        DECISION,
        "attack",
        "An attack",
        "I can see that you are angry, and you may have every reason to be. Please say what you "
        "disagree with, and leave out what it says about the person.\n\n"
        "People come here to be believed; so do those you disagree with.",
    ),
    (
        DECISION,
        "attack",
        "Doubting that somebody is ill",
        "Your comment says that somebody's illness is not real. Nearly everybody here has heard "
        "that, often from people who should have helped.\n\n"
        "You may ask about evidence, and doubt a study. Please do not doubt the person.",
    ),
    (
        DECISION,
        "self_harm",
        "Ways of harming oneself",
        "I am sorry that it is so hard. You can always say here how bad it is, in plain words. What "
        "we cannot show is how somebody might harm themselves: others read this on a bad day.\n\n"
        "If you are in danger, please call your emergency number, or one of the lines on our page "
        "“Help lines”. They are there for talking, too.",
    ),
    (
        DECISION,
        "off_topic",
        "Somewhere else",
        "What you write is worth reading, only not here: people come to this article for something "
        "else. [Say under which article it would fit.] Your words are kept, so that you can copy "
        "them.",
    ),
    (
        DECISION,
        "repeated",
        "The same again",
        "We have this from you already, and people have read it. If nobody answered, that says "
        "nothing about you: many read on days on which they cannot write.",
    ),
    (
        DECISION,
        "illegal",
        "Against the law",
        "We may not show this. [Say which part it is, and which law.] The rest of what you wrote "
        "can stay if you send it without that part.",
    ),
    (
        DECISION,
        "other",
        "Another reason",
        "[Say in a sentence or two what the reason is.] Nothing of what you wrote is lost; it is "
        "kept for you.",
    ),
    (
        DECISION,
        "",
        "Nearly there",
        "Thank you for writing this. Most of it can stand as it is. Please change only this: [say "
        "which words]. Then send it again, and it is read soon.",
    ),
    (
        DECISION,
        "",
        "A first comment, welcome",
        "Welcome, and thank you for writing. It takes something to begin. Somebody may answer only "
        "after days; people here have good and bad ones.",
    ),
    (
        CRISIS,
        "",
        "Crisis: it is published",
        "I have read what you wrote, and I am glad that you wrote it. It is published, and people "
        "here will read it with care.\n\n"
        "From here I cannot see how you are, and I am no doctor. If you might act on these "
        "thoughts, please call your emergency number or a help line now; our page “Help lines” has "
        "those of your country. If you can, let somebody be with you tonight.\n\n"
        "You need not answer this. If you want to, we read it.",
    ),
    (
        CRISIS,
        "",
        "Crisis: only you see it for now",
        "I have read what you wrote. You have done nothing wrong, and your words are safe; for now "
        "only you see them, because a part of them could harm somebody who reads on a bad day.\n\n"
        "If you might act on these thoughts, please call your emergency number or a help line now; "
        "our page “Help lines” has those of your country. If talking is too much, some of them can "
        "be written to.\n\n"
        "If you like, tell us again without that part how it is for you.",
    ),
    (
        CRISIS,
        "",
        "Crisis: worried about somebody else",
        "Thank you for not looking away. If you know where this person is and think that they are "
        "in danger now, please call the emergency number there, even if you are not sure; that is "
        "what it is for.\n\n"
        "Otherwise, asking them directly does no harm: “Are you thinking of ending your life?” "
        "You do not have to carry this alone. Help lines also talk with those who worry.",
    ),
    (
        RED_FLAG,
        "",
        "Symptoms: please have it looked at today",
        "What you describe should be looked at by somebody who can examine you, today rather than "
        "next week. I cannot judge it from here, and it may turn out to be harmless.\n\n"
        "If it gets worse, please call your emergency number. We would be glad to hear how you "
        "are, when you can.",
    ),
    (
        RED_FLAG,
        "",
        "Symptoms: when one was sent away before",
        "Many people here were sent away with things like this, and hesitate to go again. Please go "
        "all the same. It helps to say what is new, when it began, and what you can no longer do; "
        "written down, or with somebody beside you who says it.\n\n"
        "If it gets worse before you are seen, please call your emergency number.",
    ),
    (
        NOTICE,
        "",
        "Notice: we acted",
        "Thank you for telling us. We looked at it and found it to be against the law or our "
        "guidelines, and it can no longer be seen. [Say in a sentence why.] Whoever wrote it was "
        "told why, and not who told us.",
    ),
    (
        NOTICE,
        "",
        "Notice: we left it",
        "Thank you for telling us. We read it with care and left it as it is. [Say why: what it "
        "says, and why that is allowed.] That you see it otherwise may be right all the same; you "
        "can have our decision looked at by others, as the page says.",
    ),
    (
        APPEAL,
        "",
        "Appeal: decided otherwise",
        "Thank you for writing again. I read everything anew, and you are right: [say what]. The "
        "decision is reversed. I am sorry for the trouble.",
    ),
    (
        APPEAL,
        "",
        "Appeal: the decision stands",
        "Thank you for saying how you see it. I read your comment and what you wrote anew, without "
        "having decided before. I come to the same result, because [say why]. You can have it "
        "looked at outside of this site; the page says how.",
    ),
]


def add(apps, schema_editor):
    templates = apps.get_model("community", "ReplyTemplate").objects
    for use, ground, title, words in FIRST:
        given = {"use": use, "ground": ground, "words": words}
        templates.get_or_create(title=title, defaults=given)


class Migration(migrations.Migration):
    dependencies = [("community", "0007_warnings_confirmed")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
