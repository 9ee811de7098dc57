import DataSyntax
import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import Support
import Testing

/// Values and matchers, judged as goss 0.4.9 judged them: `Fixtures/goss/matching/NAME.yaml`, its variables in `NAME.vars.json`, and
/// what became of each assertion in `NAME.results`. A case is added by adding a line, and recording all again.
struct GossMatchingTests {
  /// A goss file of matching assertions.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: CaseFolder.File

    var testDescription: String { file.name }
    private var stem: String { String(file.path.dropLast(".yaml".count)) }

    static func all() throws -> [Case] {
      try CaseFolder.files(in: "goss/matching", endings: [".yaml"]).map { Case(file: $0) }
    }

    /// By the names of the assertions: `passed`, `failed`, or `error` where goss could not compare.
    func recorded() throws -> [String: String] {
      let text = String(decoding: try CaseFolder.bytes(of: stem + ".results"), as: UTF8.self)
      let pairs = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
      return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    }

    func outcomes() throws -> [Outcome] {
      let variables = try? CaseFolder.bytes(of: stem + ".vars.json")
      let options = GossOptions(
        variableFiles: variables == nil ? [] : ["/vars.json"], machine: .none, compatibility: .strict)
      let files = MemoryFileTree(variables.map { ["/vars.json": $0] } ?? [:])
      let source = SourceFile(FileID("/goss.yaml"), bytes: file.bytes)
      let spec = try GossFile.read(source, in: files, options).spec
      return spec.outcomes(in: ImageSearch(MemoryImage()), commands: [:])
    }
  }

  @Test(arguments: try Case.all())
  func `judges as goss does`(_ example: Case) throws {
    let recorded = try example.recorded()
    var judged: [String: String] = [:]
    for outcome in try example.outcomes() {
      guard case .goss(let result)? = outcome.original else { continue }
      judged[result.id] = result.error == nil ? "\(result.status)" : "error"
    }
    #expect(recorded.count > 10)
    #expect(Set(judged.keys) == Set(recorded.keys))
    for (name, verdict) in recorded.sorted(by: { $0.key < $1.key }) {
      #expect(judged[name] == verdict, "\(name)")
    }
  }
}
