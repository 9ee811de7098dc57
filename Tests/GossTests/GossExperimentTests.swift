import DataSyntax
import Expectation
import Goss
import Host
import Image
import Source
import Support
import Testing

/// The recorded runs of goss 0.4.9: the same bytes but for clocks, the same exit code.
struct GossExperimentTests {
  @Test(arguments: try GossExperiment.all())
  func `prints what goss prints`(_ experiment: GossExperiment) throws {
    let (output, code) = try experiment.result(on: try GossImage.view(), commands: try GossImage.commands())
    let expected = try experiment.text("expected.stdout")
    let exit = try experiment.text("expected.exit")
    let isSame = output == expected && "\(code)\n" == exit
    if let reason = try GossExperiment.deviations()[experiment.name] {
      #expect(!isSame, "it no longer deviates (\(reason)): take it out of deviations.txt")
    } else {
      #expect(output == expected)
      #expect("\(code)\n" == exit)
    }
  }

  @Test func `every deviation is of a folder and has a reason`() throws {
    let names = Set(try GossExperiment.all().map(\.name))
    let deviations = try GossExperiment.deviations()
    for (name, reason) in deviations {
      #expect(names.contains(name))
      #expect(!reason.isEmpty)
    }
    print("goss: \(names.count - deviations.count) of \(names.count) recorded runs print the same bytes")
  }
}

/// The image in which goss was recorded.
enum GossImage {
  static func view() throws -> MemoryImage {
    var image = try ImageDescription.image("tree.txt", in: disk)
    let path = "/opt/fx/longline.txt"
    image.add(
      ImageEntry(path: path, kind: .file, mode: 0o644, size: 2_000_000),
      content: [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_000))
    return image
  }

  /// What the commands of the files did there, by their lines.
  static func commands() throws -> [String: CommandResult] {
    let file = SourceFile(FileID("commands.json"), bytes: try disk.read("commands.json", limit: 1 << 20))
    let root = DataParser.parse(DerivedText(file), as: .json).tree.root
    var results: [String: CommandResult] = [:]
    for entry in root.entries {
      results[entry.key.string ?? ""] = CommandResult(
        .exited(Int32(entry.value["exit"]?.integer ?? 0)),
        output: Array((entry.value["stdout"]?.string ?? "").utf8),
        error: Array((entry.value["stderr"]?.string ?? "").utf8))
    }
    return results
  }

  private static var disk: Disk { Disk(workingDirectory: Repository.fixture("goss/image")) }
}
