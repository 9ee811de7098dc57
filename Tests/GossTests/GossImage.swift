import Host
import Image
import Support

/// The image in which goss was recorded.
enum GossImage {
  static func view() throws -> MemoryImage {
    var image = try ImageDescription.image(
      "tree.txt", in: Disk(workingDirectory: Repository.fixture("goss/image")))
    let path = "/opt/fx/longline.txt"
    image.add(
      ImageEntry(path: path, kind: .file, mode: 0o644, size: 2_000_000),
      content: [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_000))
    return image
  }
}
