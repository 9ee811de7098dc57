import DataSyntax
import Diagnostics
import Expectation
import Host
import Image
import Source
import Support
import Testing

/// A folder of `Fixtures/specs`: `spec.yaml` with the files that it includes, the values of its inputs in `inputs.yaml`, the image in
/// `tree.txt`, or its layers in `layers/*.txt`, and `config.json`, what commands did in `results.json`, and what the judge says in `expected.txt`. A case is added by
/// adding a folder.
struct SpecCase: Sendable, CustomTestStringConvertible {
  let name: String
  private let folder: String
  private static let root = Repository.fixture("specs")

  var testDescription: String { name }
  var expectedPath: String { "\(folder)/expected.txt" }

  static func all() throws -> [SpecCase] {
    let names = try Disk(workingDirectory: "/").list(root)
    try #require(!names.isEmpty, "Fixtures/specs holds no case")
    return names.map { SpecCase(name: $0, folder: "\(root)/\($0)") }
  }

  /// The bytes of its spec.
  func specBytes() throws -> [UInt8] {
    let disk = Disk(workingDirectory: folder)
    return try disk.read(disk.status("spec.json") == nil ? "spec.yaml" : "spec.json", limit: 1 << 20)
  }

  /// Diagnostics and outcomes as text.
  func report() async throws -> String {
    let disk = Disk(workingDirectory: folder)
    let name = disk.status("spec.json") == nil ? "spec.yaml" : "spec.json"
    let file = SourceFile(FileID(name), bytes: try disk.read(name, limit: 1 << 20))
    let result = SpecFile.read(file, try context(disk))
    var outcomes: [Outcome] = []
    var approved: [String: Known<any ImageView>] = [:]
    for name in result.spec.images where disk.status(name) != nil {
      approved[name] = .value(try ImageDescription.image(name, in: disk))
    }
    if disk.status("layers") == nil {
      let search = ImageSearch(try image(disk))
      search.approved = approved
      outcomes = result.spec.outcomes(in: search, commands: try results(disk))
    } else {
      let layers = try disk.list("layers").map { try ImageDescription.layer("layers/\($0)", in: disk) }
      let described = try configuration(disk)
      try await LayeredImage.with(layers) { configuration in
        described.map { configuration = $0 }
      } _: { image in
        outcomes = result.spec.outcomes(in: ImageSearch(image), commands: [:])
      }
    }
    let report = CaseReport(
      files: SourceSet(result.sources + (try inputFiles(disk).map(\.source))), main: file.id)
    return (result.diagnostics.map(report.text) + outcomes.map(report.text)).joined()
  }

  /// Its spec with the values of its inputs, and what is wrong with it.
  func reading() throws -> SpecResult {
    let disk = Disk(workingDirectory: folder)
    return SpecFile.read(SourceFile(FileID("spec.yaml"), bytes: try specBytes()), try context(disk))
  }

  private func context(_ disk: Disk) throws -> SpecContext {
    SpecContext(inputs: InputValues(files: try inputFiles(disk))) { try? disk.read($0, limit: 1 << 20) }
  }

  private func inputFiles(_ disk: Disk) throws -> [InputFile] {
    guard disk.status("inputs.yaml") != nil else { return [] }
    let bytes = try disk.read("inputs.yaml", limit: 1 << 20)
    return [InputFile(SourceFile(FileID("inputs.yaml"), bytes: bytes))]
  }

  /// The image and what its commands did.
  func subject() throws -> (image: MemoryImage, results: [String: CommandResult]) {
    let disk = Disk(workingDirectory: folder)
    return (try image(disk), try results(disk))
  }

  private func image(_ disk: Disk) throws -> MemoryImage {
    var image =
      disk.status("tree.txt") == nil ? MemoryImage() : try ImageDescription.image("tree.txt", in: disk)
    if let configuration = try configuration(disk) { image.configuration = .value(configuration) }
    return image
  }

  private func configuration(_ disk: Disk) throws -> ImageConfiguration? {
    guard let bytes = try? disk.read("config.json", limit: 1 << 20) else { return nil }
    let file = SourceFile(FileID("config.json"), bytes: bytes)
    let root = DataParser.parse(DerivedText(file), as: .json).tree.root
    return try ImageConfiguration(json: root, named: "config.json")
  }

  /// `{"greet --version": {"exit": 0, "stdout": "…", "stderr": "…"}}`; instead of `exit`, `timeout`, `failed` or `notRun`.
  private func results(_ disk: Disk) throws -> [String: CommandResult] {
    guard disk.status("results.json") != nil else { return [:] }
    let file = SourceFile(FileID("results.json"), bytes: try disk.read("results.json", limit: 1 << 20))
    let root = DataParser.parse(DerivedText(file), as: .json).tree.root
    var results: [String: CommandResult] = [:]
    for entry in root.entries {
      let end: CommandResult.End =
        if let status = entry.value["exit"]?.integer {
          .exited(Int32(status))
        } else if let seconds = entry.value["timeout"]?.integer {
          .timedOut(Double(seconds))
        } else if let message = entry.value["failed"]?.string {
          .failed(message)
        } else {
          .notRun(UnknownReason(entry.value["notRun"]?.string ?? ""))
        }
      results["commands:\(entry.key.string ?? "")"] = CommandResult(
        end, output: Array((entry.value["stdout"]?.string ?? "").utf8),
        error: Array((entry.value["stderr"]?.string ?? "").utf8), isCut: entry.value["cut"]?.bool == true)
    }
    return results
  }
}
