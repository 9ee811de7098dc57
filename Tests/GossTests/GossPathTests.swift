import DataSyntax
import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import Support
import Testing

/// Paths into JSON, and what gjson 1.17.1 found there: `Fixtures/goss/paths.tsv`. A line that begins with a tab is the document of the
/// lines below it, each a path, a tab, and the value as JSON, or `NONE`. A case is added by adding a line.
struct GossPathTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let document: String
    let path: String
    let expected: String

    var testDescription: String { path }

    static func all() throws -> [Case] {
      var document = ""
      var cases: [Case] = []
      let text = String(
        decoding: try CaseFolder.bytes(of: Repository.fixture("goss/paths.tsv")), as: UTF8.self)
      for line in text.split(separator: "\n") {
        if line.hasPrefix("\t") {
          document = String(line.dropFirst())
        } else {
          let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
          cases.append(Case(document: document, path: String(parts[0]), expected: String(parts[1])))
        }
      }
      try #require(cases.count > 400, "there are cases")
      return cases
    }
  }

  @Test(arguments: try Case.all())
  func `finds what gjson finds`(_ example: Case) throws {
    #expect(try found(example) == example.expected)
  }

  /// What stands at the path, as the report of an assertion shows it that nothing meets.
  private func found(_ example: Case) throws -> String {
    let matcher = JSONText.object([.init(example.path, .object([.init("equal", .string("\u{1}"))]))])
    let assertion = JSONText.object([
      .init("content", .string(example.document)), .init("matches", .object([.init("gjson", matcher)])),
    ])
    let spec = JSONText.object([.init("matching", .object([.init("path", assertion)]))])
    let source = SourceFile(FileID("/goss.json"), bytes: spec.compact)
    let options = GossOptions(machine: .none, compatibility: .strict)
    let outcomes = try GossFile.read(source, in: MemoryFileTree([:]), options).spec
      .outcomes(in: ImageSearch(MemoryImage()), commands: [:])
    guard case .goss(let result)? = outcomes.first?.original, let match = result.match else {
      return "nothing"
    }
    if result.error?.hasSuffix("Path not found: \(example.path)") == true { return "NONE" }
    return result.error ?? String(decoding: match.actual.goCompact(escapesMarkup: false), as: UTF8.self)
  }
}
