"""Own-written lists of words: which say nothing of what is asked, which say little, and which say the same. Pure."""

# Words of questions and of reports, which say nothing about what is asked.
UNTELLING = """
    across along another any anybody anyone anything around available away based because become
    becomes before after again against during between among besides better best both called came
    cause causes caused come comes compare compared comparison concerning could couldn't did do does
    doing done each effect effects effective either else ever every everybody everyone explain
    evaluation find findings found following further get gets getting give gives go going good happen
    happens help helps helped here however impact influence involved kind know known less let like
    likely look made make makes many matter may maybe mean means might more most much must need needs
    never news often one ones only other others outcome outcomes over own own people person per play
    plays possible prove proved proven question really regarding related relation relationship
    report reported reports research researchers result results review role said say says scientists
    see seem shall show showed shown shows since someone something sometimes still study studied
    studies such suffer suffering take taken takes tell than thing things think through toward
    towards trial trials true try two type types under upon use used useful using versus very via vs want well
    whether while whom whose within without work works would yes yet case cases clinical patient
    patients associated association analysis significantly based during
    affect affects affected affecting ask asked asking chance common commonly curious described discussed
    everyday exist existing exists explained hear heard information interested learn learned learnt
    mention mentioned read reading tell told understand wonder wondering wondered written wrote
    article articles paper papers literature review reviewed reviews
    always almost bad badly belong belongs check checked everything itself
    need needed never nothing quite sure though wrong worth yet
"""

# Words that say a little of what is asked, in questions and in reports: how it was looked at, not what.
FAINT = """
    according acute administration adult adults affected alternative amount analyses approach approaches
    aspect aspects assess assessed assessment benefit benefits boy boys cause certain change changed changes
    changing characteristic characteristics chronic combined comparative concept condition conditions
    consequence consequences consideration considerations considered control controlled controls course
    current currently daily degree detailed determination determine determined develop development different
    difference differences difficult difficulty disease diseases disorder disorders easy emphasis evaluate
    evaluated evidence examination example experience experienced experiences experimental factor factors
    feature features first following form forms four function functional functions future general group
    groups high higher human humans illness illnesses important importance increase increased increases
    individual individuals induced initial interaction investigation investigations issue issues large later
    less level levels long low lower man management measure measured measurement measures mechanism
    mechanisms mediated method methods model models month months multiple nature new normal novel number
    numbers observation observations observed occurrence old option options part parts past period
    phase plan position positive practice preliminary presence present primary problem problems procedure
    procedures process program programme properties property quality question questions rare rate rates
    recent recently reduce reduced reduction reference response responses revisited risk risks secondary
    series set setting severe short slow slower slowly start starts stop stops sudden suddenly
    significance significant simple single sign signs small special specific
    stage stages status subject subjects symptom symptoms syndrome system systems technique techniques term
    therapies three time times total treat treated treatment treatments unusual value values various way ways
    week weeks whole year years young
"""
# One line for each thing; its words count as each other.
SAME = """
    heart cardiac myocardial cardiovascular coronary
    kidney renal nephropathy
    liver hepatic
    lung pulmonary respiratory breathing
    cancer carcinoma tumour tumor neoplasm malignancy malignant oncology
    surgery surgical operation operative surgeon operated postoperative
    drug medication medicine pharmacological tablet pill
    child children kid kids pediatric paediatric childhood youngster
    teenager teen adolescent adolescence youth
    infant newborn neonate neonatal baby babies
    woman women female
    man men male
    brain cerebral neurological
    stomach gastric
    skin cutaneous dermal dermatological
    bone osseous skeletal
    tired tiredness fatigue exhaustion exhausted weary
    sleep sleeping insomnia sleepless slept
    exercise workout training activity exercising
    walk walking walks
    old older elderly aged geriatric senior
    doctor physician clinician practitioner gp
    mental psychological psychiatric mind
    mindfulness meditation
    eye ocular visual vision ophthalmic
    stroke cerebrovascular
    pregnancy pregnant maternal gestational antenatal
    birth delivery childbirth labour obstetric
    death mortality die dying fatal survival
    hypertension hypertensive
    diabetes diabetic
    obesity obese overweight adiposity
    smoking smoker tobacco cigarette smoke
    alcohol drinking ethanol
    pain painful ache aching hurt hurts sore
    headache migraine cephalalgia
    diagnosis diagnostic diagnose diagnosed
    treatment treat treated therapy therapeutic treating
    prevent prevention preventive prophylaxis prophylactic avoid
    infection infectious infected
    hospital inpatient admission hospitalisation hospitalization hospitalised
    emergency acute urgent
    radiography radiographic radiological radiology xray
    ultrasound ultrasonography sonography
    endoscopy endoscopic
    laparoscopy laparoscopic keyhole
    metastasis metastases metastatic spread
    tooth teeth dental
    hearing auditory deaf deafness
    bowel intestinal intestine colon colonic colorectal gut
    breast mammary
    vein venous
    artery arterial
    depression depressive depressed
    anxiety anxious worry worried
    school student education pupil
    fracture broken break
    injury trauma injured injuries
    nurse nursing
    cost economic expense price costs
    food diet dietary nutrition nutritional eating eat
    questionnaire survey
    fibromyalgia fibro fms
    nerve neural neuropathy neuropathic
    muscle muscular
    joint articular
    spine spinal vertebral
    memory forgetful forget
    concentration attention concentrate
    vaccine vaccination vaccinated jab
    weight bmi
    gene genetic genes inherited hereditary
    immune immunity immunological autoimmune
    inflammation inflammatory inflamed
    brain-fog fog cognitive cognition
    stiffness stiff
    cold chill cooling
    warm warmth heat warming hot
    bath bathing
    water aquatic pool swimming swim hydrotherapy
    placebo sham
    opioid opioids opiate morphine
    cannabis marijuana cannabidiol cbd
    supplement vitamin
    safe safety harm harmful
    cheap affordable
    abdomen abdominal belly tummy
    stool faeces faecal feces fecal poo
    urine urinary bladder micturition pee
    incontinence incontinent leak leaking leaks
    jaundice icterus
    fever febrile pyrexia feverish
    dizzy dizziness vertigo giddy
    faint fainting syncope
    itch itching itchy pruritus
    rash eruption exanthem
    swelling swollen oedema edema
    vomit vomiting emesis nausea
    bleed bleeding haemorrhage hemorrhage haemorrhagic hemorrhagic
    clot clotting thrombosis thrombus thrombotic embolism emboli
    seizure seizures epilepsy epileptic fits convulsion convulsions
    womb uterus uterine endometrial
    menstruation menstrual period periods
    menopause menopausal postmenopausal climacteric
    infertile infertility sterility fertility fertile
    miscarriage abortion
    premature preterm prematurity
    infant infants infancy baby babies
    blind blindness sight eyesight vision
    throat pharyngeal pharynx
    nose nasal runny rhinitis
    ear otic tympanic eardrum
    mouth oral
    jaw mandible mandibular
    chest thoracic thorax
    foot feet plantar
    hair alopecia bald
    weak weakness paresis
    paralysed paralyzed paralysis paralytic palsy
    shaking tremor
    dementia alzheimer
    sugar glucose
    salt sodium
    fat lipid cholesterol fats
    germ germs bacteria bacterial microbe microbial pathogen
    virus viral
    flu influenza
    measles rubella
    scan scans imaging tomography tomographic
    angiography angiographic angiogram arteriography arteriogram arteriographic
    graft transplant transplantation transplanted allograft
    wart warty verrucous
    tapeworm cysticercosis neurocysticercosis
    heal healing healed
    suicide suicidal
    psychotherapy counselling counseling
    anaemia anaemic
    allergy allergic hypersensitivity atopic atopy
    breathless breathlessness dyspnoea dyspnea
    steroid steroids cortisone corticosteroid corticosteroids prednisone prednisolone
    painkiller painkillers analgesic analgesia
    antibiotic antibiotics antimicrobial antibacterial
    radiation radiotherapy irradiation irradiated
    chemo chemotherapy
    relapse recurrence recur recurrent
    worse worsen worsening aggravate aggravation exacerbate exacerbation
    mother mothers maternal
    parent parents parental
    grief grieving bereaved bereavement
    sex sexual intercourse
    poor poverty deprived
    money cost financial
    noise noisy noises
    worker workers operatives employee
    factory industrial industry
    coeliac celiac
    squint strabismus
    cramp cramps spasm spasms
    bruise bruises haematoma hematoma
    lump lumps nodule nodules mass
    limb limbs extremity extremities
    backache lumbar lumbago
    injection injections injected
    puberty prepubertal pubertal
    smell olfactory
    taste gustatory
    sweat sweating perspiration
    thirst thirsty
    diarrhoea diarrhea
    constipation constipated
    ulcer ulcers ulceration
    gallstone gallstones cholelithiasis
    stone stones calculi lithiasis
    overdose overdosage poisoning poisoned
    addict addiction dependence
    home house household
    job employment employed occupational workplace
    belief believe believed disbelieved
    side-effect adverse
"""
