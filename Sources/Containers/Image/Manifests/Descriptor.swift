package import DataSyntax

/// A pointer to a blob (OCI image specification, descriptors).
package struct Descriptor: Sendable, Hashable {
  package var mediaType: String
  package var digest: Digest
  /// Bytes of the blob.
  package var size: Int
  package var annotations: [String: String]
  /// `os/architecture`, where an index tells platforms apart.
  package var platform: Platform?

  package init(
    mediaType: String, digest: Digest, size: Int, annotations: [String: String] = [:],
    platform: Platform? = nil
  ) {
    self.mediaType = mediaType
    self.digest = digest
    self.size = size
    self.annotations = annotations
    self.platform = platform
  }

  /// Reads a descriptor; `name` is the file that holds it.
  init(json: DataNode, in name: String) throws(ImageError) {
    guard let text = json["digest"]?.text, let digest = Digest(text) else {
      throw ImageError(.malformed, "`\(name)` points to a blob without a sha256 digest")
    }
    guard let size = json["size"]?.integer, size >= 0 else {
      throw ImageError(.malformed, "`\(name)` gives no size for the blob \(digest)")
    }
    self.init(
      mediaType: json["mediaType"]?.text ?? "", digest: digest, size: size,
      annotations: Self.annotations(in: json),
      platform: json["platform"].map { Platform(json: $0) })
  }

  /// The annotations of a descriptor, a manifest or an index.
  static func annotations(in json: DataNode) -> [String: String] {
    var annotations: [String: String] = [:]
    for entry in json["annotations"]?.entries ?? [] {
      if let key = entry.key.string, let value = entry.value.text { annotations[key] = value }
    }
    return annotations
  }

  package var json: JSONText {
    .members([
      ("mediaType", .string(mediaType)), ("digest", .string(digest.description)), ("size", .integer(size)),
      ("annotations", annotations.isEmpty ? nil : .strings(annotations)), ("platform", platform?.json),
    ])
  }
}
