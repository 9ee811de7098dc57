import Diagnostics
import Expectation
import Source

/// What becomes of one test: an outcome for each thing that it asserts, and one result in the original's words for all.
struct TestRun {
  /// `fileExistenceTests`.
  let section: String
  let name: String
  /// The test as the original's reports name it.
  private(set) var heading: String
  let origin: Location
  private(set) var errors: [String] = []
  var remarks: [Diagnostic] = []
  /// Whether the original says nothing of it.
  var isDropped = false
  /// What its command printed and how long it took.
  var result: CommandResult?
  private var judged: [Judged] = []

  private struct Judged {
    let property: String
    let title: String
    let verdict: Outcome.Verdict
    let expected: String
    let actual: String
    let message: String
    let evidence: [String]
    let origin: Location
  }

  init(section: String, name: String, heading: String, at origin: Location) {
    self.section = section
    self.name = name
    self.heading = heading
    self.origin = origin
  }

  /// Something that is as it should be.
  mutating func pass(_ property: String, _ expected: String, at origin: Location) {
    add(property, .passed, expected, origin)
  }

  /// Something that is not; `original` is what the original says of it.
  mutating func fail(
    _ property: String, _ expected: String, actual: String, _ message: String, evidence: [String] = [],
    at origin: Location, original: String
  ) {
    errors.append(original)
    add(property, .failed, expected, origin, actual: actual, message, evidence)
  }

  /// Something that cannot be judged since another thing of the same test is not as it should be.
  mutating func block(_ property: String, _ expected: String, _ reason: String, at origin: Location) {
    add(property, .blocked, expected, origin, "not judged: \(reason)")
  }

  /// Something that cannot be told here; to the original's reports that is a failure, so that it is never green.
  mutating func leaveOpen(
    _ property: String, _ expected: String, _ reason: UnknownReason, at origin: Location
  ) {
    let message = "cannot tell: \(reason.text)"
    if !errors.contains(message) { errors.append(message) }
    add(property, .undecided, expected, origin, message)
  }

  /// Something that could not be looked at.
  mutating func breakOff(_ property: String, _ expected: String, _ message: String, at origin: Location) {
    if !errors.contains(message) { errors.append(message) }
    add(property, .error, expected, origin, message)
  }

  /// The test is not run at all, for what the original says; it names the test without its kind then.
  mutating func refuse(_ complaint: String, at place: Location? = nil) {
    heading = name
    errors.append(complaint)
    add("", .failed, "a test that can be run", place ?? origin, actual: "it cannot", complaint)
  }

  /// Another thing that the original says of what has failed.
  mutating func addError(_ original: String) { errors.append(original) }

  /// Properties whose expectation is a sentence of its own, and names the thing.
  private static let sentences: Set<String> = ["", "shouldExist", "path", "files", "debian"]

  private mutating func add(
    _ property: String, _ verdict: Outcome.Verdict, _ expected: String, _ origin: Location,
    actual: String = "", _ message: String = "", _ evidence: [String] = []
  ) {
    let subject = name.isEmpty ? section : name
    let field = property.prefix { $0 != "[" && $0 != "." }
    let claim = Self.sentences.contains(String(field)) ? expected : "\(property) \(expected)"
    judged.append(
      Judged(
        property: property, title: "\(subject): \(claim)", verdict: verdict, expected: expected,
        actual: actual,
        message: message, evidence: evidence, origin: origin))
  }

  /// The outcomes; the first carries the result of the whole test. `number` is the test's place in its file, `file` the file's in the run.
  func outcomes(number: Int, of file: Int) -> [Outcome] {
    let original = StructureTestResult(
      place: .init(file: file, test: number), name: heading, errors: errors, output: result?.output ?? [],
      error: result?.error ?? [], duration: GoDuration(nearest: result?.duration ?? 0).nanoseconds)
    let subject = name.isEmpty ? section : "\(section):\(name)"
    return judged.enumerated().map { index, one in
      Outcome(
        id: one.property.isEmpty ? subject : "\(subject):\(one.property)", title: one.title, dialect: .cst,
        resource: section, property: one.property, verdict: one.verdict, expected: one.expected,
        actual: one.actual, message: one.message, evidence: one.evidence, origin: one.origin,
        original: index == 0 ? .structureTest(original) : nil, remarks: index == 0 ? remarks : [])
    }
  }
}
