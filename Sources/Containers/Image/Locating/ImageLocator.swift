package import Host
import Source

/// Finds the image that a user names: an existing path, then the store, docker, podman, and a registry only when allowed.
package struct ImageLocator: Sendable {
  /// Nil where the machine has no place for one: paths are read all the same.
  private let store: ImageStore?
  private let disk: Disk
  private let now: Int

  package init(store: ImageStore?, disk: Disk, now: Int) {
    self.store = store
    self.disk = disk
    self.now = now
  }

  /// The content of the image, and where it was found; `pulling` allows to fetch it from its registry. An image for another
  /// platform than the one that is asked for is none.
  package func find(
    _ text: String, pulling: Bool, for platform: Platform? = nil
  ) async throws(ImageError) -> FoundView {
    guard !text.isEmpty else {
      throw ImageError(
        .notFound, "the name of the image is empty: was a variable of the shell without a value?")
    }
    var found = try await unchecked(text, pulling: pulling, for: platform)
    if let fault = Self.fault(found, platform) { throw ImageError(.notFound, "`\(text)` \(fault)") }
    found.platform = platform
    return found
  }

  /// Why an image is not what is asked for; a clause.
  private static func fault(_ found: FoundView, _ platform: Platform?) -> String? {
    guard let platform, let configuration = found.view.configuration.value else { return nil }
    let own = Platform(of: configuration)
    return platform.isMet(by: own) ? nil : "is an image for \(own), not for \(platform)"
  }

  private func unchecked(
    _ text: String, pulling: Bool, for platform: Platform?
  ) async throws(ImageError) -> FoundView {
    switch ImageAddress(text) {
    case .store(let name):
      if let found = try inStore(name, try needed()) { return found }
      throw ImageError(.notFound, "the store holds no image `\(name)`")
    case .docker(let name): return try await inEngine(.docker, name)
    case .podman(let name): return try await inEngine(.podman, name)
    case .registry(let name): return try await inRegistry(name, platform)
    case .path(let path, let wanted): return try atPath(path, wanted: wanted, named: text, platform)
    case .anywhere(let name): return try await anywhere(name, pulling: pulling, platform)
    }
  }

  /// An image as an engine can start it: in a store, with that store's folders. What lies at a path is brought into the one for
  /// images of others.
  package func startable(_ found: FoundView) throws(ImageError) -> (image: StoredImage, folders: Folders) {
    let store = try needed()
    let inspected = Self.inspected(beside: store)
    switch (found.place, found.stored) {
    case (.docker, let image?), (.podman, let image?): return (image, inspected.folders)
    case (_, let image?): return (image, store.holds(image.digest) ? store.folders : inspected.folders)
    case (.path(let path), nil):
      let image = try ImageImport(into: inspected, now: now).image(
        at: disk.absolute(path), as: nil, wanted: found.wanted, purpose: .pulled, platform: found.platform)
      return (image, inspected.folders)
    case (_, nil): throw ImageError(.notFound, "\(found.place) holds no image `\(found.view.reference)`")
    }
  }

  private func anywhere(
    _ text: String, pulling: Bool, _ platform: Platform?
  ) async throws(ImageError) -> FoundView {
    var tried: [String] = []
    if let found = try atOwnPath(text, platform, &tried) { return found }
    if tried.isEmpty { tried.append("it is no path") }
    if let found = inStoreIfReadable(text, platform, &tried) { return found }
    guard !Self.isPlainlyPath(text) else {
      throw ImageError(.notFound, "no image `\(text)` was found: " + tried.joined(separator: "; "))
    }
    for engine in [HostEngine.docker, .podman] {
      do throws(ImageError) {
        let found = try await inEngine(engine, text)
        guard let fault = Self.fault(found, platform) else { return found }
        tried.append("in \(engine.rawValue) it \(fault)")
      } catch {
        guard error.kind == .notFound || error.kind == .machine else { throw error }
        tried.append(error.message)
      }
    }
    if pulling { return try await inRegistry(text, platform) }
    tried.append("no registry is asked without `--pull`")
    tried.append(
      "`store:\(text)`, `docker-daemon:\(text)` and `./\(text)` name the store's, docker's and a path alone")
    throw ImageError(.notFound, "no image `\(text)` was found: " + tried.joined(separator: "; "))
  }

  /// Whether a text can be nothing but a path.
  private static func isPlainlyPath(_ text: String) -> Bool { text.hasPrefix("/") || text.hasPrefix(".") }

  /// An image at a path that is there, or one of its name in a layout or archive there. A folder that holds no image does not take
  /// the place of an image of its name; what it has instead is added to `tried`.
  private func atOwnPath(
    _ text: String, _ platform: Platform?, _ tried: inout [String]
  ) throws(ImageError) -> FoundView? {
    if let status = disk.status(text) {
      if Self.isPlainlyPath(text) || status.kind != .directory
        || ImageForm.isImage(folder: disk.absolute(text))
      {
        return try atPath(text, wanted: nil, named: text, platform)
      }
      tried.append("the folder `\(text)` is neither an OCI layout nor a root file system")
    }
    for (index, byte) in zip(text.utf8.indices, text.utf8) where byte == 0x3A {
      let path = String(text[..<index])
      let wanted = String(text[text.utf8.index(after: index)...])
      guard disk.status(path) != nil else { continue }
      let opener = PathOpener(scratch: inspected, wanted: wanted, platform: platform)
      switch try opener.namedView(disk.absolute(path), shown: path, named: text) {
      case .image(let view): return FoundView(view: view, place: .path(path), stored: nil, wanted: wanted)
      case .none(let reason): tried.append(reason)
      }
    }
    return nil
  }

  /// As `inStore`, for a name that may be elsewhere too: a store that cannot be read does not hold it.
  private func inStoreIfReadable(
    _ text: String, _ platform: Platform?, _ tried: inout [String]
  ) -> FoundView? {
    do throws(ImageError) {
      guard let found = try inStore(text, try needed()) else {
        tried.append("the store does not hold it")
        return nil
      }
      guard let fault = Self.fault(found, platform) else { return found }
      tried.append("in the store it \(fault)")
    } catch { tried.append(error.message) }
    return nil
  }

  /// The store; throws where the machine has none.
  private func needed() throws(ImageError) -> ImageStore {
    guard let store else {
      throw ImageError(.machine, "there is no store, since neither OVENPROOF_HOME nor HOME is set")
    }
    return store
  }

  private func inStore(_ name: String, _ store: ImageStore) throws(ImageError) -> FoundView? {
    guard let image = try store.image(name) else { return nil }
    return FoundView(view: try store.view(image, as: name), place: .store, stored: image)
  }

  /// What is for another platform does not take the name of what runs here.
  private func inRegistry(_ name: String, _ platform: Platform?) async throws(ImageError) -> FoundView {
    let reference = try ImageReference(name)
    let platform = platform ?? .current
    let own = try needed()
    let store = platform.isMet(by: .current) ? own : Self.inspected(beside: own)
    let image = try await Registry(store: store, now: now).pull(reference, platform: platform)
    return FoundView(view: try store.view(image, as: reference.familiar), place: .registry, stored: image)
  }

  private func inEngine(_ engine: HostEngine, _ name: String) async throws(ImageError) -> FoundView {
    let inspected = Self.inspected(beside: try needed())
    let image = try await engine.image(name, into: inspected, now: now)
    return FoundView(
      view: try inspected.view(image, as: name), place: engine == .docker ? .docker : .podman, stored: image)
  }

  /// What was looked into, but belongs to others: it may go at any time.
  private static func inspected(beside store: ImageStore) -> ImageStore {
    ImageStore(in: Folders(data: store.folders.cache + "/inspected", cache: store.folders.cache))
  }

  private var inspected: ImageStore? { store.map { Self.inspected(beside: $0) } }

  private func atPath(
    _ path: String, wanted: String?, named name: String, _ platform: Platform?
  ) throws(ImageError) -> FoundView {
    let place = disk.absolute(path)
    let opener = PathOpener(scratch: inspected, wanted: wanted, platform: platform)
    return FoundView(
      view: try opener.view(place, named: name), place: .path(path), stored: nil, wanted: wanted)
  }
}
