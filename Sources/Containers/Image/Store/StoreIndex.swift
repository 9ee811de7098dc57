import DataSyntax

/// The `index.json` of the store: which manifests it holds, under which names.
struct StoreIndex {
  private static let nameKey = "org.opencontainers.image.ref.name"
  private static let sourceKey = "io.ovenproof.source-digest"
  private static let purposeKey = "io.ovenproof.purpose"
  private static let pushedKey = "io.ovenproof.pushed"

  /// One name of one manifest, or a manifest without a name.
  struct Entry: Hashable {
    var manifest: Descriptor
    var name: ImageReference?
    var sourceDigest: Digest?
    var purpose: StoredImage.Purpose
    /// Whether the image went to the registry of the name.
    var isPushed = false
  }

  var entries: [Entry]

  init() { entries = [] }

  init(bytes: [UInt8], path: String) throws(ImageError) {
    let root = try DataNode.parse(json: bytes, named: path)
    guard let manifests = root["manifests"], manifests.kind == .sequence else {
      throw ImageError(.malformed, "`\(path)` is not the index of an image layout: it has no `manifests`")
    }
    entries = []
    for node in manifests.items {
      var descriptor = try Descriptor(json: node, in: path)
      let annotations = descriptor.annotations
      descriptor.annotations = [:]
      entries.append(
        Entry(
          manifest: descriptor,
          name: annotations[Self.nameKey].flatMap { try? ImageReference.parse($0).get() },
          sourceDigest: annotations[Self.sourceKey].flatMap { Digest($0) },
          purpose: annotations[Self.purposeKey].flatMap { StoredImage.Purpose(rawValue: $0) } ?? .kept,
          isPushed: annotations[Self.pushedKey] == "true"))
    }
  }

  /// The bytes to store; entries sorted, so that equal stores have equal files.
  var bytes: [UInt8] {
    let sorted = entries.sorted { a, b in
      (a.name?.description ?? "", a.manifest.digest.hex) < (b.name?.description ?? "", b.manifest.digest.hex)
    }
    return JSONText.members([
      ("schemaVersion", .integer(2)), ("mediaType", .string(MediaType.index)),
      ("manifests", .array(sorted.map { Self.json($0) })),
    ]).indented
  }

  private static func json(_ entry: Entry) -> JSONText {
    var descriptor = entry.manifest
    descriptor.annotations[nameKey] = entry.name?.description
    descriptor.annotations[sourceKey] = entry.sourceDigest?.description
    descriptor.annotations[purposeKey] = entry.purpose.rawValue
    descriptor.annotations[pushedKey] = entry.isPushed ? "true" : nil
    return descriptor.json
  }

  /// Gives a name to a manifest; whatever had the name before loses it.
  mutating func put(_ entry: Entry) {
    func says(_ other: Entry) -> Bool {
      other.manifest.digest == entry.manifest.digest
        && (entry.sourceDigest == nil || other.sourceDigest == entry.sourceDigest)
    }
    if let name = entry.name {
      // An entry without a name goes when it says no more than the new one.
      entries.removeAll { other in
        other.name == name
          || (other.name == nil && other.manifest.digest == entry.manifest.digest
            && (other.sourceDigest == nil || other.sourceDigest == entry.sourceDigest))
      }
    } else if entries.contains(where: says) {
      return
    }
    entries.append(entry)
  }
}
