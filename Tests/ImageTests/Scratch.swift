import DataSyntax
import Host
import Image
import Testing

/// A folder that is there while a test runs.
struct Scratch {
  let path: String

  /// Runs a test in a new folder, which is removed whatever happens.
  static func with(_ body: (Scratch) async throws -> Void) async throws {
    let name = "ovenproof-image-tests-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    try HostFile.makeFolder("/tmp/" + name)
    defer { try? OpenFolder("/tmp").remove(Array(name.utf8)) }
    try await body(Scratch(path: "/tmp/" + name))
  }

  /// A store below the folder.
  var store: ImageStore { ImageStore(in: Folders(data: path + "/data", cache: path + "/cache")) }

  /// Runs a line of shell in the folder; fails the test where it fails.
  @discardableResult
  func shell(_ line: String) async throws -> String {
    var command = Command(["/bin/sh", "-euc", line])
    command.workingDirectory = path
    let result = try await command.output()
    let error = String(decoding: result.error, as: UTF8.self)
    #expect(result.termination == .exited(0), "\(line): \(error)")
    return String(decoding: result.output, as: UTF8.self)
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try HostFile.write(bytes, to: path + "/" + name)
    return path + "/" + name
  }
}

extension ImageStore {
  /// Adds an image of layers, bottom first.
  func addImage(
    _ layers: [[Entry]], as name: String? = nil, for architecture: String = "amd64"
  ) throws -> StoredImage {
    try adding { () throws(ImageError) in
      var descriptors: [Descriptor] = []
      for layer in layers {
        descriptors.append(try addLayer(ArraySource((try? Entry.tar(layer)) ?? []), named: "layer.tar"))
      }
      var configuration = ImageConfiguration(architecture: architecture)
      configuration.diffIDs = descriptors.map(\.digest)
      let stored = try addBlob(configuration.json.compact, mediaType: MediaType.configuration)
      return try add(
        ImageManifest(configuration: stored, layers: descriptors),
        as: name.map { name throws(ImageError) in
          try ImageReference(name)
        })
    }
  }
}
