"""Towns and states that stand beside postcodes, in small letters without accents."""

# The larger towns of countries whose postcodes are plain digits: beside one of these, digits are
# a postcode; beside another word they may be steps, patients or units. Towns that are also words
# or surnames ("nice", "essen") are left out.
TOWNS_OF_FIVE_DIGITS = frozenset(
    """
    berlin hamburg munchen munich koln cologne frankfurt stuttgart dusseldorf dortmund     leipzig bremen dresden hannover nurnberg duisburg bochum wuppertal bielefeld bonn munster
    karlsruhe mannheim augsburg wiesbaden gelsenkirchen monchengladbach braunschweig chemnitz kiel
    aachen magdeburg freiburg krefeld lubeck oberhausen erfurt mainz rostock kassel     saarbrucken potsdam ludwigshafen oldenburg leverkusen osnabruck solingen heidelberg
    darmstadt regensburg ingolstadt wurzburg ulm heilbronn gottingen jena koblenz

    stockholm goteborg gothenburg malmo uppsala vasteras orebro linkoping helsingborg jonkoping
    norrkoping umea gavle boras sodertalje eskilstuna halmstad vaxjo karlstad sundsvall
    trollhattan ostersund lulea solna kalmar falun kristianstad skelleftea karlskrona visby nacka

    helsinki espoo tampere vantaa oulu turku jyvaskyla lahti kuopio 
    paris marseille lyon toulouse nantes montpellier strasbourg bordeaux lille rennes reims
    toulon grenoble dijon angers nimes clermont brest limoges tours amiens metz perpignan besancon
    orleans rouen mulhouse caen nancy avignon poitiers versailles

    madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba
    valladolid vigo gijon granada oviedo
    roma rome milano milan napoli naples torino turin palermo genova bologna firenze florence bari
    catania venezia verona padova trieste
    lisboa lisbon porto braga coimbra warszawa krakow lodz wroclaw poznan gdansk szczecin
    """.split()
)
TOWNS_OF_FOUR_DIGITS = frozenset(
    """
    wien vienna graz linz salzburg innsbruck zurich geneve geneva basel lausanne bern winterthur
    luzern lugano

    oslo bergen trondheim stavanger drammen fredrikstad kristiansand sandnes tromso sarpsborg
    kobenhavn copenhagen aarhus arhus odense aalborg alborg esbjerg randers kolding horsens vejle
    roskilde herning hellerup frederiksberg

    amsterdam rotterdam haag utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn
    haarlem arnhem enschede amersfoort zaandam leiden delft maastricht zwolle dordrecht
    brussel bruxelles brussels antwerpen antwerp gent ghent brugge liege leuven namur charleroi

    dunedin auckland wellington christchurch sydney melbourne brisbane perth adelaide
    hobart canberra 
    """.split()
)

US_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|"
    "NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|"
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|"
    "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
    "Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|"
    "New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    "West Virginia|Wisconsin|Wyoming|PR|VI|GU|AA|AE|AP"
)
# The areas that UK postcodes begin with (Royal Mail, Postcode Address File).
UK_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|"
    "EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|"
    "LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|"
    "SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
