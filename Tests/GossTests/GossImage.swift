import DataSyntax
import Expectation
import Host
import Image
import Source
import Support

/// The image in which goss was recorded.
enum GossImage {
  private static var disk: Disk { Disk(workingDirectory: Repository.fixture("goss/image")) }

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
}
