import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support
import Testing

/// A template with its findings marked by hand, each with the rule that must find it.
struct PositionCase: Sendable, CustomTestStringConvertible {
  let marked: MarkedCase

  var testDescription: String { marked.about }

  static func all() throws -> [PositionCase] {
    try MarkedCase.all(in: "packer/positions").map(PositionCase.init)
  }
}

/// Each fault at the smallest part that shows it: the key, the value, the name inside of `{{…}}`, the item of a list.
@Suite struct PositionTests {
  @Test func `There are enough cases`() throws {
    #expect(try PositionCase.all().count >= 60)
  }

  @Test(arguments: try PositionCase.all())
  func `The right rule reports the exact bytes`(example: PositionCase) async {
    let tree = MemoryFileTree(["/machine.json": example.marked.bytes])
    let request = LintRequest(["/machine.json"], inputs: TemplateInputs(workingDirectory: "/"))
    let result = await Linter(tree, registry: .standard).run(request)
    let expected = example.marked.names
    let found = result.findings.filter { $0.severity == .error || expected.contains($0.rule.name) }
      .sorted { ($0.primary, $0.rule.name) < ($1.primary, $1.rule.name) }
    #expect(found.map(\.rule.name).sorted() == expected.sorted())
    let places = Set(found.map(\.primary.range))
    #expect(places == Set(example.marked.ranges), "\(found.map { "\($0.rule): \($0.message)" })")
  }
}
