import DataSyntax
import Glibc
import Host
import Source

/// Moves images between a store and registries, by `skopeo`.
///
/// Credentials go through a file that only this user can read and that is removed at once, never through arguments. TLS may
/// be absent only where the registry is this machine.
package struct Registry: Sendable {
  private let store: ImageStore
  private let now: Int
  private let patience: Double?

  /// `patience` is how many seconds a registry may neither send nor take anything; nil for any time.
  package init(store: ImageStore, now: Int, patience: Double? = RegistryPatience.usual) {
    self.store = store
    self.now = now
    self.patience = patience
  }

  /// Fetches an image into the store, under its own name; a name with a digest gets exactly that image. What the store has from
  /// there already, and the registry still has under the name, is not fetched again.
  package func pull(
    _ reference: ImageReference, login: RegistryLogin? = nil, platform: Platform = .current
  ) async throws(ImageError) -> StoredImage {
    try await withScratch { scratch throws(ImageError) in
      if let known = try await unchanged(reference, login, platform, scratch) { return known }
      var arguments = ["--override-os", platform.os, "--override-arch", platform.architecture]
      if let variant = platform.variant { arguments += ["--override-variant", variant] }
      arguments += try await options("src-", reference, login, scratch)
      arguments += ["docker://\(Self.address(reference))", "dir:\(scratch)/image"]
      try await Skopeo.copy(arguments, about: reference, patience: patience)
      let image = try ImageImport(into: store, now: now).image(
        at: scratch + "/image", as: reference.tag == nil && reference.digest != nil ? nil : reference,
        purpose: .pulled,
        platform: platform)
      return try remember(reference, image)
    }
  }

  /// The store's image of a name, where the registry still has that one; nil where it is to be fetched.
  private func unchanged(
    _ reference: ImageReference, _ login: RegistryLogin?, _ platform: Platform, _ scratch: String
  ) async throws(ImageError) -> StoredImage? {
    guard let digests = try store.registryDigests(of: reference), let image = try store.image(reference),
      platform.isMet(by: Platform(of: image.configuration))
    else { return nil }
    let manifest = try await Skopeo.manifest(
      try await options("", reference, login, scratch) + ["docker://\(Self.address(reference))"],
      about: reference, patience: patience)
    return digests.isDisjoint(with: Self.digests(of: manifest, reference)) ? nil : image
  }

  /// What a manifest may be known by: its own digest, and where it is an index those of the images in it.
  private static func digests(of manifest: [UInt8], _ reference: ImageReference) -> [Digest] {
    let listed = (try? DataNode.parse(json: manifest, named: reference.familiar))?["manifests"]?.items ?? []
    return [Digest(of: manifest)] + listed.compactMap { $0["digest"]?.string.flatMap { Digest($0) } }
  }

  /// Sends an image to the registry of a name; returns the digest of the manifest that the registry took.
  package func push(
    _ image: StoredImage, as reference: ImageReference, login: RegistryLogin? = nil
  ) async throws(ImageError) -> Digest {
    try await withScratch { scratch throws(ImageError) in
      try await writeLayout(image, in: scratch + "/layout")
      var arguments = try await options("dest-", reference, login, scratch)
      arguments += ["--digestfile", scratch + "/digest", "oci:\(scratch)/layout:image"]
      arguments.append("docker://\(reference.name):\(reference.effectiveTag ?? "latest")")
      try await Skopeo.copy(arguments, about: reference, patience: patience)
      guard let bytes = try? Disk(workingDirectory: ".").read(scratch + "/digest", limit: 1000),
        let digest = Digest(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
      else {
        throw ImageError(.machine, "skopeo did not say which digest it pushed as `\(reference.familiar)`")
      }
      try store.notePushed(image, as: reference, digest)
      return digest
    }
  }

  /// A registry takes a digest or a tag, not both.
  private static func address(_ reference: ImageReference) -> String {
    if let digest = reference.digest { return "\(reference.name)@\(digest)" }
    return "\(reference.name):\(reference.effectiveTag ?? "latest")"
  }

  /// A login for another registry than the image's is tried there, as Packer does it first of all, and is of no use then.
  private func options(
    _ side: String, _ reference: ImageReference, _ login: RegistryLogin?, _ scratch: String
  ) async throws(ImageError) -> [String] {
    var options: [String] = []
    if reference.isLoopback { options.append("--\(side)tls-verify=false") }
    if let login, let domain = login.domain, domain != reference.domain {
      guard case .success(let other) = ImageReference.parse(domain + "/any"), other.domain == domain else {
        throw ImageError(.refused, "`\(login.server ?? "")` is no name of a registry to log in to")
      }
      try await Skopeo.logIn(login, about: other, notedIn: scratch + "/login.json", patience: patience)
    } else if let login {
      let token = String(
        decoding: Base64.encoded(Array("\(login.user):\(login.password)".utf8)), as: UTF8.self)
      let file = JSONText.members([
        ("auths", .members([(reference.domain, .members([("auth", .string(token))]))]))
      ])
      do throws(HostError) {
        try HostFile.write(file.compact, to: scratch + "/auth.json", mode: 0o600)
      } catch { throw ImageError(writing: error) }
      options += ["--\(side)authfile", scratch + "/auth.json"]
    }
    return options
  }

  /// An image that was asked for by digest is found by that digest again, an index's included.
  private func remember(_ reference: ImageReference, _ image: StoredImage) throws(ImageError) -> StoredImage {
    guard let digest = reference.digest, digest != image.sourceDigest else { return image }
    return try store.add(image.manifest, as: nil, purpose: .pulled, sourceDigest: digest)
  }

  /// The image as a layout whose layers are compressed; what is large is linked, not copied.
  private func writeLayout(_ image: StoredImage, in folder: String) async throws(ImageError) {
    var manifest = image.manifest
    var links = [(manifest.configuration.digest, store.path(of: manifest.configuration.digest))]
    for (number, layer) in image.manifest.layers.enumerated() {
      let (descriptor, path) = try await LayerCompressor(store: store).compressed(layer)
      manifest.layers[number] = descriptor
      links.append((descriptor.digest, path))
    }
    let bytes = manifest.json.compact
    var descriptor = Descriptor(mediaType: MediaType.manifest, digest: Digest(of: bytes), size: bytes.count)
    descriptor.annotations["org.opencontainers.image.ref.name"] = "image"
    let index = JSONText.members([("schemaVersion", .integer(2)), ("manifests", .array([descriptor.json]))])
    let blobs = folder + "/blobs/sha256"
    do throws(HostError) {
      try HostFile.makeFolder(blobs)
      for (digest, path) in links where symlink(path, "\(blobs)/\(digest.hex)") != 0 && errno != EEXIST {
        throw .last("link `\(path)`")
      }
      try HostFile.write(bytes, to: "\(blobs)/\(descriptor.digest.hex)")
      try HostFile.write(index.compact, to: folder + "/index.json")
      try HostFile.write(Array(#"{"imageLayoutVersion": "1.0.0"}"#.utf8), to: folder + "/oci-layout")
    } catch { throw ImageError(writing: error) }
  }

  private func withScratch<Result>(
    _ body: (String) async throws(ImageError) -> Result
  ) async throws(ImageError) -> Result {
    try await ScratchFolder.with(in: ScratchFolder.home(of: store), body)
  }
}
