import DataSyntax
package import Host

/// The images of this machine's user: an OCI image layout whose layers rest as plain tars.
///
/// A plain layer is read by offset and unpacked without inflating; gzip is paid when an image leaves. Blobs are written
/// whole or not at all; a shared lock guards them against the removal of what is not yet named, an exclusive one the
/// index. A value: nothing is kept in memory between calls.
package struct ImageStore: Sendable {
  package let folders: Folders

  /// A store in folders that need not be there yet; relative ones are taken from the working directory of now.
  package init(in folders: Folders) {
    let disk = try? Disk.current()
    self.folders = Folders(
      data: disk?.absolute(folders.data) ?? folders.data,
      cache: disk?.absolute(folders.cache) ?? folders.cache)
  }

  var layout: String { folders.data + "/images" }
  var blobs: String { layout + "/blobs/sha256" }
  var partials: String { layout + "/partial" }
  private var indexPath: String { layout + "/index.json" }

  /// The path of a blob, whether it is there or not.
  package func path(of digest: Digest) -> String { "\(blobs)/\(digest.hex)" }

  /// Whether the store holds a blob.
  package func holds(_ digest: Digest) -> Bool { Disk(workingDirectory: ".").status(path(of: digest)) != nil }

  /// All images, in the order of their names; those without a name last.
  package func images() throws(ImageError) -> [StoredImage] {
    let index = try readIndex()
    var digests: [Digest] = []
    for entry in index.entries where !digests.contains(entry.manifest.digest) {
      digests.append(entry.manifest.digest)
    }
    var images: [StoredImage] = []
    for digest in digests { images.append(try image(digest, in: index)) }
    return images.sorted { a, b in
      (a.names.isEmpty ? 1 : 0, a.names.first?.description ?? "", a.digest.hex)
        < (b.names.isEmpty ? 1 : 0, b.names.first?.description ?? "", b.digest.hex)
    }
  }

  /// The image of a name, a digest (of manifest, configuration or source) or the first digits of one; nil where none is.
  package func image(_ text: String) throws(ImageError) -> StoredImage? {
    let index = try readIndex()
    guard let digest = try find(text, in: index) else { return nil }
    return try image(digest, in: index)
  }

  /// The image of a name; where the name holds a digest, that decides.
  package func image(_ reference: ImageReference) throws(ImageError) -> StoredImage? {
    let index = try readIndex()
    guard let digest = find(reference, in: index) else { return nil }
    return try image(digest, in: index)
  }

  /// Gives an image a further name; an image that had it loses it.
  package func tag(_ digest: Digest, as name: ImageReference) throws(ImageError) {
    try changeIndex { index throws(ImageError) in
      guard var entry = index.entries.first(where: { $0.manifest.digest == digest }) else {
        throw ImageError(.notFound, "the store holds no image \(digest)")
      }
      let named = index.entries.first { $0.manifest.digest == digest && $0.name == name.tagged }
      entry.name = name.tagged
      entry.purpose = .kept
      entry.isPushed = named?.isPushed ?? false
      put(entry, in: &index)
    }
  }

  /// Removes a name, or an image with all its names; returns what was removed, and nothing where nothing was there.
  ///
  /// Blobs that no image needs any more go with it.
  @discardableResult
  package func remove(_ text: String) throws(ImageError) -> [String] {
    var removed: [String] = []
    try changeIndex { index throws(ImageError) in
      let name = try? ImageReference.parse(text).get()
      if let name, name.digest == nil,
        let entry = index.entries.first(where: { $0.name == name.tagged })
      {
        let digest = entry.manifest.digest
        if index.entries.count(where: { $0.manifest.digest == digest }) == 1 {
          try expectUnused(digest, named: name.tagged.familiar)
        }
        index.entries.removeAll { $0.name == name.tagged }
        removed = [name.tagged.familiar]
      } else if let digest = try find(text, in: index) {
        try expectUnused(digest, named: text)
        let gone = index.entries.filter { $0.manifest.digest == digest }
        index.entries.removeAll { $0.manifest.digest == digest }
        removed = gone.compactMap { $0.name?.familiar }.sorted() + [digest.description]
      }
    }
    if !removed.isEmpty { try collectGarbage() }
    return removed
  }

  /// Removes all images that are there for a purpose and nothing else; returns how people name them.
  package func removeAll(_ purpose: StoredImage.Purpose) throws(ImageError) -> [String] {
    let gone = try images().filter { $0.purpose == purpose && !isLeased($0.digest) }
    try changeIndex { index throws(ImageError) in
      index.entries.removeAll { entry in gone.contains { $0.digest == entry.manifest.digest } }
    }
    if !gone.isEmpty { try collectGarbage() }
    return gone.map(\.shownName)
  }

  /// Removes the snapshots of keys in one go.
  func removeSnapshots(_ keys: [String]) throws(ImageError) {
    guard !keys.isEmpty else { return }
    var names: Set<ImageReference> = []
    for key in keys { names.insert(try SnapshotShelf.name(of: key).tagged) }
    try changeIndex { index throws(ImageError) in
      index.entries.removeAll { entry in entry.name.map { names.contains($0) } ?? false }
    }
    try collectGarbage()
  }

  /// Adds an image whose blobs are in the store; with a name, it takes that name over.
  package func add(
    _ manifest: ImageManifest, as name: ImageReference?, purpose: StoredImage.Purpose = .kept,
    sourceDigest: Digest? = nil
  ) throws(ImageError) -> StoredImage {
    for part in [manifest.configuration] + manifest.layers where !holds(part.digest) {
      throw ImageError(.malformed, "the blob \(part.digest) of the image is not in the store")
    }
    let descriptor = try addBlob(manifest.json.compact, mediaType: MediaType.manifest)
    try changeIndex { index throws(ImageError) in
      put(
        .init(manifest: descriptor, name: name?.tagged, sourceDigest: sourceDigest, purpose: purpose),
        in: &index)
    }
    return try image(descriptor.digest, in: try readIndex())
  }

  /// Adds the image that a change of a base gives; without a layer it has the base's layers alone.
  ///
  /// `configuration` is the changed one; its layers are set here, its history is the caller's.
  package func commit(
    onto base: StoredImage, layer: Descriptor?, configuration: ImageConfiguration, as name: ImageReference?,
    purpose: StoredImage.Purpose = .kept
  ) throws(ImageError) -> StoredImage {
    var configuration = configuration
    configuration.diffIDs = base.configuration.diffIDs + (layer.map { [$0.digest] } ?? [])
    let descriptor = try addBlob(configuration.json.compact, mediaType: MediaType.configuration)
    let layers = base.manifest.layers + (layer.map { [$0] } ?? [])
    return try add(ImageManifest(configuration: descriptor, layers: layers), as: name, purpose: purpose)
  }

  /// Adds a small blob from memory.
  package func addBlob(_ bytes: [UInt8], mediaType: String) throws(ImageError) -> Descriptor {
    let digest = Digest(of: bytes)
    if holds(digest) { return Descriptor(mediaType: mediaType, digest: digest, size: bytes.count) }
    let writer = try blobWriter()
    try writer.write(bytes)
    return try writer.finish(mediaType: mediaType)
  }

  /// Runs work that adds blobs and then names them: until it ends nothing is removed as unneeded.
  package func adding<Result>(_ body: () throws(ImageError) -> Result) throws(ImageError) -> Result {
    try prepare()
    return try FileLock.hold(layout + "/blobs.lock", .shared, body)
  }

  /// The same for work that waits for a process to add blobs: nothing is removed while the value lives.
  package func holdBlobs() throws(ImageError) -> BlobHold {
    try prepare()
    return try BlobHold(layout + "/blobs.lock")
  }

  /// Whether blobs can be added: on some machines this user has no home that can be written to.
  var takesBlobs: Bool {
    do throws(ImageError) {
      try adding { () throws(ImageError) in _ = try blobWriter() }
      return true
    } catch { return false }
  }

  /// A writer for a new blob.
  package func blobWriter() throws(ImageError) -> BlobWriter {
    try prepare()
    return try BlobWriter(into: blobs, partials: partials)
  }

  /// Removes blobs that no image needs and what killed writers left; does nothing while another process adds.
  package func collectGarbage() throws(ImageError) {
    try prepare()
    try FileLock.tryHold(layout + "/blobs.lock") { () throws(ImageError) in
      var needed: Set<String> = []
      for image in try images() {
        let parts = [image.manifest.configuration] + image.manifest.layers
        needed.formUnion([image.digest.hex] + parts.map(\.digest.hex))
      }
      let disk = Disk(workingDirectory: ".")
      for name in (try? disk.list(blobs)) ?? [] where !needed.contains(name) {
        HostFile.remove("\(blobs)/\(name)")
      }
      removePartialBlobs()
    }
  }

  /// Removes blobs that killed writers left half-written, and tells which; does nothing while another process adds.
  package func removeLeftovers() throws(ImageError) -> [String] {
    try prepare()
    var removed: [String] = []
    try FileLock.tryHold(layout + "/blobs.lock") { () throws(ImageError) in removed = removePartialBlobs() }
    ImageLease.removeLeftovers(in: leases)
    return removed
  }

  @discardableResult
  private func removePartialBlobs() -> [String] {
    let paths = ((try? Disk(workingDirectory: ".").list(partials)) ?? []).map { "\(partials)/\($0)" }
    for path in paths { HostFile.remove(path) }
    return paths
  }

  /// The bytes of a small blob.
  package func bytes(of descriptor: Descriptor, limit: Int = 16 << 20) throws(ImageError) -> [UInt8] {
    do {
      return try Disk(workingDirectory: ".").read(path(of: descriptor.digest), limit: limit)
    } catch { throw ImageError(error) }
  }
}

extension ImageStore {
  func readIndex() throws(ImageError) -> StoreIndex {
    do {
      return try StoreIndex(
        bytes: try Disk(workingDirectory: ".").read(indexPath, limit: 64 << 20), path: indexPath)
    } catch let error as HostError {
      if error.reason == .absent { return StoreIndex() }
      throw ImageError(error)
    } catch let error as ImageError {
      throw error
    } catch {
      preconditionFailure("reading an index throws nothing else")
    }
  }

  func changeIndex(_ change: (inout StoreIndex) throws(ImageError) -> Void) throws(ImageError) {
    try prepare()
    try FileLock.hold(layout + "/index.lock", .exclusive) { () throws(ImageError) in
      var index = try readIndex()
      try change(&index)
      try write(index.bytes, to: indexPath)
    }
  }

  /// Puts an entry in; the image from which it takes its name stays without one while it is in use.
  private func put(_ entry: StoreIndex.Entry, in index: inout StoreIndex) {
    let before = index.entries
    index.put(entry)
    let left = Set(index.entries.map(\.manifest.digest))
    for var lost in before where !left.contains(lost.manifest.digest) && isLeased(lost.manifest.digest) {
      lost.name = nil
      index.put(lost)
    }
  }

  private func prepare() throws(ImageError) {
    if Disk(workingDirectory: ".").status(layout + "/oci-layout") != nil { return }
    do {
      for folder in [blobs, partials] { try HostFile.makeFolder(folder) }
    } catch { throw ImageError(writing: error) }
    try write(Array(#"{"imageLayoutVersion": "1.0.0"}"#.utf8) + [0x0A], to: layout + "/oci-layout")
  }

  private func write(_ bytes: [UInt8], to path: String) throws(ImageError) {
    do { try HostFile.write(bytes, to: path) } catch { throw ImageError(writing: error) }
  }

  private func image(_ digest: Digest, in index: StoreIndex) throws(ImageError) -> StoredImage {
    let entries = index.entries.filter { $0.manifest.digest == digest }
    guard let first = entries.first else { throw ImageError(.notFound, "the store holds no image \(digest)") }
    let name = path(of: digest)
    let manifest = try ImageManifest(
      json: try .parse(json: try bytes(of: first.manifest), named: name), named: name)
    let parsed = try DataNode.parse(
      json: try bytes(of: manifest.configuration), named: path(of: manifest.configuration.digest))
    let purposes = entries.map(\.purpose)
    return StoredImage(
      digest: digest,
      names: entries.compactMap(\.name).sorted { $0.description < $1.description },
      sourceDigest: entries.lazy.compactMap(\.sourceDigest).first,
      purpose: purposes.contains(.kept) ? .kept : first.purpose, manifest: manifest,
      configuration: try ImageConfiguration(json: parsed, named: path(of: manifest.configuration.digest)))
  }

  private func find(_ reference: ImageReference, in index: StoreIndex) -> Digest? {
    if let digest = reference.digest {
      return index.entries.first { $0.manifest.digest == digest || $0.sourceDigest == digest }?.manifest
        .digest
    }
    return index.entries.first { $0.name == reference.tagged }?.manifest.digest
  }

  /// What a text means: a name first, then a digest, then the first digits of one that is the only such.
  private func find(_ text: String, in index: StoreIndex) throws(ImageError) -> Digest? {
    if case .success(let reference) = ImageReference.parse(text), let found = find(reference, in: index) {
      return found
    }
    // Told in full, no image needs to be read, not even one that goes meanwhile.
    if let digest = Digest(text), index.entries.contains(where: { $0.manifest.digest == digest }) {
      return digest
    }
    let digits = text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text
    guard digits.utf8.count >= 6,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    var found: Set<Digest> = []
    for entry in index.entries {
      let stored = try image(entry.manifest.digest, in: index)
      let all =
        [stored.digest, stored.manifest.configuration.digest] + (stored.sourceDigest.map { [$0] } ?? [])
      if all.contains(where: { $0.hex.hasPrefix(digits) }) { found.insert(stored.digest) }
    }
    guard found.count < 2 else {
      throw ImageError(.notFound, "`\(text)` could be several images: give more digits")
    }
    return found.first
  }
}
