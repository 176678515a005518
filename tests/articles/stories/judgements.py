"""What a reader would want next: own judgements, written before anything was measured.

For each article of the sample community the others worth reading next (2: surely, 1: perhaps),
and for each file of `studies/` its topics. There, what stands in the same file under `other` is
on the same question and so worth reading next; the second report of the same study is none.
"""

SAMPLE = {
    "being-believed": {"small-nerves": 2, "brain-fog": 2, "school": 1, "small-trial": 1},
    "brain-fog": {"school": 2, "pacing": 2, "being-believed": 1, "sleep": 1},
    "gentle-exercise": {"pacing": 2, "small-trial": 1, "hot-or-cold": 1, "sleep": 1},
    "hot-or-cold": {"small-nerves": 2, "gentle-exercise": 1, "small-trial": 1, "migraine-light": 1},
    "migraine-light": {"hot-or-cold": 1, "small-trial": 1, "small-nerves": 1, "sleep": 1},
    "pacing": {"gentle-exercise": 2, "brain-fog": 2, "sleep": 1, "school": 1},
    "school": {"brain-fog": 2, "pacing": 2, "being-believed": 1},
    "sleep": {"pacing": 1, "gentle-exercise": 1, "brain-fog": 1, "small-trial": 1},
    "small-nerves": {
        "being-believed": 2, "hot-or-cold": 1, "small-trial": 1, "sleep": 1, "migraine-light": 1,
    },
    "small-trial": {"gentle-exercise": 2, "hot-or-cold": 2, "migraine-light": 1, "small-nerves": 1},
}  # fmt: skip

TOPICS = {
    "antibodies": "pain", "blood-test": "fatigue", "cold-hands": "pain", "commute": "life",
    "gut": "pain", "hypermobile": "life", "insoles": "treatment", "ketamine": "treatment",
    "lab-follow-up": "treatment", "low-dose": "treatment", "music": "life", "names-only": "life",
    "placebo-open": "treatment", "registry": "life", "school-pain": "life",
    "short-brief": "treatment", "sleep-drug": "sleep", "vagus": "treatment",
    "walking-speed": "fatigue", "weather": "pain",
    "bedtime-light": "sleep", "carers": "life", "genes": "fatigue", "mri-spine": "pain",
    "press-release": "sleep", "tai-chi": "treatment", "vaccine": "pain",
    "wait-for-diagnosis": "pain",
}  # fmt: skip
