import Expectation
import Goss
import Host
import Source
import Sprig
import Support
import Testing

/// Actions in goss files over variables of all types, and what goss 0.4.9 made of them: `Fixtures/goss/values.tsv` (an action, a tab,
/// the text or `ERROR` with the message), the variables in `values.yaml`. A case is added by adding a line.
struct GossTemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let action: String
    let expected: String

    var testDescription: String { action }

    static func all() throws -> [Case] {
      let bytes = try CaseFolder.bytes(of: Repository.fixture("goss/values.tsv"))
      let cases = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return Case(action: String(parts[0]), expected: String(parts[parts.count - 1]))
      }
      try #require(cases.count > 200, "there are cases")
      return cases
    }
  }

  @Test(arguments: try Case.all())
  func `comes to what goss makes of it`(_ example: Case) throws {
    #expect(try result(of: example.action) == example.expected)
  }

  private func result(of action: String) throws -> String {
    let variables = try CaseFolder.bytes(of: Repository.fixture("goss/values.yaml"))
    let options = GossOptions(
      variableFiles: ["/vars.yaml"], machine: .none, compatibility: .strict, mayBeEmpty: true)
    let source = SourceFile(FileID("f.yaml"), bytes: Array("# res:{{\(action)}}\n".utf8))
    do {
      let file = try GossFile.read(source, in: MemoryFileTree(["/vars.yaml": variables]), options)
      let lines = file.rendering(showingSteps: true).split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.first { $0.hasPrefix("# res:") })
      return String(line.dropFirst("# res:".count))
    } catch let error as GossFault {
      return "ERROR " + error.message
    }
  }
}
