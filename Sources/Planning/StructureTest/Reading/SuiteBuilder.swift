import DataSyntax
import Diagnostics
import RegularExpressions
import Source

/// Makes tests of the parts of a file, and says what is wrong with them.
struct SuiteBuilder {
  let version: SchemaVersion
  let syntax: DataSyntaxKind
  let settings: StructureTestSettings
  private(set) var diagnostics: [Diagnostic] = []

  init(version: SchemaVersion, syntax: DataSyntaxKind, settings: StructureTestSettings) {
    self.version = version
    self.syntax = syntax
    self.settings = settings
  }

  /// The tests of a whole file.
  mutating func suite(_ root: Part) -> TestSuite {
    var suite = TestSuite(version: version)
    suite.variables = variables(root.items("globalEnvVars"))
    for part in root.items("commandTests") { keep(command(part), \.head, in: &suite.commands) }
    for part in root.items("fileContentTests") { keep(content(part), \.head, in: &suite.contents) }
    for part in root.items("fileExistenceTests") { keep(existence(part), \.head, in: &suite.existences) }
    suite.licenses = root.items("licenseTests").map(license)
    suite.metadata = root["metadataTest"].map { metadata($0) }
    suite.options = root["containerRunOptions"].map { options($0) }
    return suite
  }

  /// The original drops a faulty test of the first version with a word in its log, so that a misspelt one passes.
  private mutating func keep<Test>(_ test: Test, _ head: KeyPath<Test, TestHead>, in tests: inout [Test]) {
    let isDropped = version == .first && settings.isStrict && !test[keyPath: head].faults.isEmpty
    if !isDropped { tests.append(test) }
  }

  /// Name and place of a test.
  mutating func head(_ part: Part) -> TestHead {
    let name = part.text("name")
    var head = TestHead(name: name?.value ?? "", origin: name?.location ?? part.location)
    if name == nil {
      fault(
        "Please provide a valid name for every test", "the test has no name",
        at: part["name"]?.location ?? part.location,
        help: "write `name: …`", in: &head)
    }
    return head
  }

  /// The path of a test of files; an empty one is a fault.
  mutating func path(_ part: Part, _ head: inout TestHead) -> Located<String> {
    if let path = part.text("path") { return path }
    fault(
      "Please provide a valid file path for test \(head.name)", "the test names no path",
      at: part["path"]?.location ?? part.location, help: "write `path: /…`", in: &head)
    return Located("", at: head.origin)
  }

  /// A fault of a test, in the original's words and in ours.
  mutating func fault(
    _ original: String, _ message: String, at location: Location, help: String, in head: inout TestHead
  ) {
    head.faults.append(TestHead.Fault(message: original, location: location))
    report("spec/wrong-value", message, at: location, help: help)
  }

  mutating func report(_ rule: RuleID, _ message: String, at location: Location, help: String) {
    diagnostics.append(Diagnostic(rule, .error, message, at: location, help: help))
  }

  mutating func warn(_ rule: RuleID, _ message: String, at location: Location, help: String) {
    diagnostics.append(Diagnostic(rule, .warning, message, at: location, help: help))
  }

  mutating func patterns(_ part: Part, _ name: String) -> [Pattern] {
    part.texts(name).map { pattern($0.value, at: $0.location) }
  }

  mutating func pattern(_ text: String, at location: Location) -> Pattern {
    do throws(RegularExpressionError) {
      return Pattern(text: text, location: location, expression: try RegularExpression(text))
    } catch {
      report(
        "spec/bad-expression", "`\(text)` is no regular expression: \(error.reason)", at: location,
        help: "`\\` before a character makes it an ordinary one")
      return Pattern(text: text, location: location, expression: nil)
    }
  }

  mutating func variables(_ parts: [Part]) -> [Variable] {
    parts.map { part in
      let value = part.text("value")
      let isPattern = part.truth("isRegex")?.value == true
      return Variable(
        key: part.text("key")?.value ?? "", value: value?.value ?? "",
        pattern: isPattern ? pattern(value?.value ?? "", at: value?.location ?? part.location) : nil,
        location: part.location)
    }
  }
}
