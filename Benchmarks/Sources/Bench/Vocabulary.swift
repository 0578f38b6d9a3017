// The words that the generated news is made of: some hundred stems, and the forms that English makes of them.

/// Words by their part in a sentence, commonest first, as UTF-8.
struct Vocabulary {
  let nouns: [[UInt8]]
  let plurals: [[UInt8]]
  let verbs: [[UInt8]]
  let pastVerbs: [[UInt8]]
  let participles: [[UInt8]]
  let adjectives: [[UInt8]]
  let adverbs: [[UInt8]]
  let firstNames: [[UInt8]]
  let lastNames: [[UInt8]]
  let places: [[UInt8]]
  let bodies: [[UInt8]]
  let months: [[UInt8]]

  init() {
    let nouns = Self.words(Self.nounStems)
    let compounds = Self.words(Self.modifiers).flatMap { first in
      nouns.prefix(40).filter { $0 != first }.map { "\(first) \($0)" }
    }
    let verbs = Self.words(Self.verbStems)
    let adjectives = Self.words(Self.adjectiveStems)
    self.nouns = Self.bytes(nouns + compounds)
    plurals = Self.bytes((nouns + compounds).map(Self.plural))
    self.verbs = Self.bytes(verbs)
    pastVerbs = Self.bytes(verbs.map { $0.hasSuffix("e") ? $0 + "d" : $0 + "ed" })
    participles = Self.bytes(verbs.map { $0.hasSuffix("e") ? $0.dropLast() + "ing" : $0 + "ing" })
    self.adjectives = Self.bytes(adjectives)
    adverbs = Self.bytes(adjectives.filter { !$0.hasSuffix("y") && !$0.hasSuffix("le") }.map { $0 + "ly" })
    firstNames = Self.bytes(Self.words(Self.givenNames))
    lastNames = Self.bytes(Self.words(Self.familyNames))
    places = Self.bytes(Self.words(Self.placeNames).map { $0.replacing("_", with: " ") })
    bodies = Self.bytes(Self.words(Self.bodyNames).map { $0.replacing("_", with: " ") })
    months = Self.bytes(
      Self.words("January February March April May June July August September October November December"))
  }

  /// Different words, all forms counted.
  var count: Int {
    let lists = [
      nouns, plurals, verbs, pastVerbs, participles, adjectives, adverbs, firstNames, lastNames, places, bodies,
    ]
    return Set(lists.joined().flatMap { $0.split(separator: 0x20) }).count
  }

  private static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }

  private static func bytes(_ words: [some StringProtocol]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("y"), !["ay", "ey", "oy"].contains(where: noun.hasSuffix) { return noun.dropLast() + "ies" }
    return ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) ? noun + "es" : noun + "s"
  }

  private static let nounStems = """
    government minister official report project country company plan year law court region city road school hospital
    agency party election vote leader member group programme policy budget council committee border bridge river dam
    village district teacher doctor nurse farmer worker union strike protest meeting agreement treaty talk visit speech
    statement interview letter document study survey figure rate level share price market trade export import factory
    plant mine port airport railway station train bus truck ship vessel aircraft engine machine system network service
    customer supplier contractor builder owner tenant resident neighbour family child student graduate expert analyst
    researcher scientist engineer lawyer judge prosecutor witness suspect prisoner officer soldier commander general
    mission base camp shelter tent convoy supply shipment delivery order contract tender bid offer proposal draft
    amendment article chapter section rule standard measure step effort attempt campaign operation exercise drill
    inspection audit review inquiry investigation trial appeal verdict sentence fine penalty ban limit quota target goal
    result outcome effect impact risk threat danger crisis conflict war peace truce deal settlement dispute claim demand
    request question answer reply response reaction comment remark view opinion idea concept model method tool device
    sensor camera screen phone computer programmer website newspaper magazine editor reporter writer author reader
    audience crowd visitor tourist guest host team player coach match season final title record award prize medal
    festival concert film song album painting museum gallery theatre church mosque temple tower building house apartment
    floor roof wall door window street square park garden forest tree field crop harvest grain seed fertilizer cow
    sheep animal bird fish lake sea coast island mountain valley desert glacier storm flood drought earthquake fire
    accident crash explosion injury disease virus vaccine drug medicine patient clinic laboratory sample test experiment
    theory lesson course class university college degree training skill job career wage benefit pension insurance tax
    customs duty tariff licence permit passport visa ticket card account bank branch fund bond stock investor broker
    shareholder director chairman president deputy governor mayor ambassador diplomat delegation envoy secretary
    spokesman adviser assistant manager employee colleague partner rival opponent critic supporter activist volunteer
    donor charity foundation institute centre office department ministry bureau authority commission parliament senate
    chamber assembly cabinet coalition opposition majority minority constitution reform transition
    """

  private static let modifiers = """
    state city school border health energy water trade transport security defence farm weather rail power health
    research media tourism labour housing education emergency planning
    """

  private static let verbStems = """
    report announce claim ask answer call open close start finish launch end move reach return visit follow lead
    support approve reject discuss consider expect plan propose agree demand request order urge warn explain describe
    note add stress suggest recommend confirm deny reveal publish release issue deliver offer provide supply receive
    collect gather join attend organize prepare arrange manage direct control monitor inspect check test examine review
    assess measure estimate compare repeat increase raise reduce cut lower limit extend expand widen improve repair
    restore rebuild replace remove cancel delay suspend resume continue remain stay complete achieve fail struggle
    attempt promise pledge commit assure accuse blame criticize defend protect guard attack target destroy damage injure
    rescue help assist treat cure train teach educate employ hire dismiss retire appoint elect select name award honour
    celebrate mark remember
    """

  private static let adjectiveStems = """
    new former local national international public private federal regional foreign military civil economic social
    political legal financial recent early annual final main central eastern western northern southern large small major
    minor serious severe heavy strong weak high low rapid slow steady sharp broad narrow deep clear open direct
    independent joint common special general formal official modern rural urban industrial commercial agricultural
    technical medical environmental cultural historic religious ethnic domestic global senior junior temporary permanent
    current previous initial additional further total partial complete positive negative critical crucial effective
    efficient expensive cheap safe dangerous quiet loud bright dark cold warm dry wet fresh frequent constant apparent
    evident actual virtual exact precise correct false fair unfair honest careful careless hopeful helpful useful
    useless peaceful successful powerful beautiful wonderful doubtful
    """

  private static let givenNames = """
    Anna James Maria David Olga Peter Elena Thomas Sofia Daniel Laura Michael Irina Robert Julia Andrew Nadia Richard
    Clara Stephen Marta George Helen Simon Vera Martin Lucy Victor Alice Hugo Emma Karim Leila Omar Amina Hassan Farida
    Rustam Zarina Jamshid Nigora José François Zoë Jürgen Søren
    """

  private static let familyNames = """
    Smith Jones Brown Taylor Wilson Davies Evans Walker Wright Thompson Robinson White Hughes Edwards Green Hall Wood
    Harris Clarke Jackson Turner Cooper Morris Ward Morgan Baker Allen Carter Phillips Parker Bennett Foster Griffin
    Murray Sullivan O’Brien O’Neill Novak Petrov Ivanov Karimov Rahimov Sharipov Nazarov Weber Fischer Schmidt Müller
    Dubois Moreau García López Rossi Bianchi Nielsen Larsen Kowalski Nowak Tanaka Sato Kim Park Nguyen Singh Patel Khan
    """

  private static let placeNames = """
    London Paris Berlin Moscow Washington Brussels Geneva Vienna Rome Madrid Warsaw Prague Dushanbe Tashkent Bishkek
    Astana Kabul Islamabad Delhi Beijing Tokyo Seoul Jakarta Manila Sydney Ottawa Cairo Nairobi Lagos Accra Tunis Rabat
    Ankara Tehran Baghdad Beirut Amman Riyadh Dubai Helsinki Oslo Stockholm Copenhagen Dublin Lisbon Athens Sofia
    Bucharest Budapest Kyiv Minsk Riga Vilnius Tallinn Tbilisi Yerevan Baku New_York Los_Angeles Hong_Kong Cape_Town
    São_Paulo Bogotá Málaga Zürich Kraków Central_Asia Eastern_Europe West_Africa Latin_America
    """

  private static let bodyNames = """
    World_Bank United_Nations European_Union European_Commission Red_Cross World_Health_Organization NATO OSCE UNICEF
    Supreme_Court Foreign_Office State_Department Defence_Ministry Interior_Ministry Education_Ministry Health_Ministry
    Central_Election_Commission National_Assembly Security_Council Border_Service Statistics_Agency City_Council
    Chamber_of_Commerce Academy_of_Sciences Federal_Reserve Asian_Development_Bank Amnesty_International Reuters BBC
    """
}
