import DataSyntax
import Diagnostics
import Expectation
import Host
import Image
import Observation
import Source
import StructureTest
import Support
import Testing

/// A folder of `Fixtures/structure-test/cases`: `cst.yaml` or `cst.json`, the image in `tree.txt` and `config.json`, what commands did
/// in `results.json`, and in `expected.txt` what is said of it, rightly and as the original does. A case is added by adding a folder.
struct StructureTestCase: Sendable, CustomTestStringConvertible {
  let name: String
  private let folder: String
  private static let root = Repository.fixture("structure-test/cases")

  var testDescription: String { name }
  var expectedPath: String { "\(folder)/expected.txt" }

  static func all() throws -> [StructureTestCase] {
    let names = try Disk(workingDirectory: "/").list(root)
    try #require(!names.isEmpty, "Fixtures/structure-test/cases holds no case")
    return names.map { StructureTestCase(name: $0, folder: "\(root)/\($0)") }
  }

  func file() throws -> SourceFile {
    let disk = Disk(workingDirectory: folder)
    let name = disk.status("cst.json") == nil ? "cst.yaml" : "cst.json"
    return SourceFile(FileID(name), bytes: try disk.read(name, limit: 1 << 20))
  }

  /// Diagnostics and outcomes in both manners.
  func report() throws -> String {
    try Compatibility.allCases.reversed().map { "# \($0.rawValue)\n" + (try report($0)) }.joined(
      separator: "\n")
  }

  private func report(_ compatibility: Compatibility) throws -> String {
    let disk = Disk(workingDirectory: folder)
    let file = try file()
    let settings = StructureTestSettings(
      compatibility, environment: ["GIVEN": "1"], file: { try? disk.read($0, limit: 1 << 20) },
      source: { [folder] (path) throws(ImageError) in try MountSource(at: folder + path) })
    let (spec, diagnostics) = StructureTestFile.read(file, settings)
    let search = ImageSearch(try image(disk))
    let requests = spec.commands(in: search)
    let results = try results(disk, requests)
    let outcomes = spec.outcomes(in: search, commands: results)
    let writer = Writer(file: file)
    return
      (diagnostics.map(writer.text) + requests.map(writer.text) + outcomes.flatMap(\.remarks).map(writer.text)
      + outcomes.map(writer.text)).joined()
  }

  private func image(_ disk: Disk) throws -> MemoryImage {
    var image =
      disk.status("tree.txt") == nil ? MemoryImage() : try ImageDescription.image("tree.txt", in: disk)
    guard let bytes = try? disk.read("config.json", limit: 1 << 20) else { return image }
    let tree = DataParser.parse(DerivedText(SourceFile(FileID("config.json"), bytes: bytes)), as: .json).tree
    image.configuration = .value(try ImageConfiguration(json: tree.root, named: "config.json"))
    return image
  }

  /// `[{"exit": 0, "stdout": "…", "stderr": "…", "cut": true, "setup": [0]}]`, in the order of the commands; in the place of a code
  /// may stand what an engine says of a program that was not started.
  private func results(_ disk: Disk, _ requests: [CommandRequest]) throws -> [String: CommandResult] {
    guard disk.status("results.json") != nil else { return [:] }
    let file = SourceFile(FileID("results.json"), bytes: try disk.read("results.json", limit: 1 << 20))
    let items = DataParser.parse(DerivedText(file), as: .json).tree.root.items
    let results = items.map { item in
      CommandResult(
        item["exit"].flatMap(Self.end) ?? .timedOut(120),
        output: Array((item["stdout"]?.string ?? "").utf8), error: Array((item["stderr"]?.string ?? "").utf8),
        isCut: item["cut"]?.bool == true, setup: (item["setup"]?.items ?? []).compactMap(Self.end))
    }
    return Dictionary(uniqueKeysWithValues: zip(requests.map(\.id), results))
  }

  private static func end(_ node: DataNode) -> CommandResult.End? {
    node.integer.map { .exited(Int32($0)) }
      ?? node.string.flatMap { StartFailure(in: $0) }.map { .unstarted($0) }
  }
}

/// Writes what is said in a form that is easy to read in a difference.
private struct Writer {
  let file: SourceFile

  func text(_ diagnostic: Diagnostic) -> String {
    var text =
      "\(diagnostic.severity.rawValue) \(diagnostic.rule) \(place(diagnostic.primary)): \(diagnostic.message)\n"
    diagnostic.help.map { text += "    help: \($0)\n" }
    return text
  }

  func text(_ request: CommandRequest) -> String {
    let sandbox = request.sandbox
    var text =
      "runs \(request.call.arguments) with \(request.call.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
    request.call.user.map { text += " as \($0)" }
    for call in sandbox?.setup ?? [] { text += " after \(call.arguments)" }
    if sandbox?.isPrivileged == true { text += " privileged" }
    if let added = sandbox?.capabilities, !added.isEmpty { text += " able to \(added)" }
    for mount in sandbox?.mounts ?? [] {
      text += " with \(mount.source) at \(mount.destination)\(mount.isReadOnly ? " to read" : "")"
    }
    return text + "\n"
  }

  func text(_ outcome: Outcome) -> String {
    var text = "\(outcome.verdict.rawValue): \(outcome.id): \(outcome.expected)\n"
    if case .structureTest(let result) = outcome.original {
      text = "= \(result.name)\n" + result.errors.map { "! \($0)\n" }.joined() + text
    }
    guard outcome.verdict != .passed else { return text }
    text += "    \(place(outcome.origin)) \(outcome.message)\n"
    if !outcome.actual.isEmpty { text += "    actual: \(outcome.actual)\n" }
    return text + outcome.evidence.map { "    | \($0)\n" }.joined()
  }

  /// Line, column and text of a place.
  private func place(_ location: Location) -> String {
    let position = file.position(at: location.range.start)
    let text = String(decoding: file.bytes[location.range.indices], as: UTF8.self)
    let first = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return "\(position.line):\(position.column) `\(first)`"
  }
}
