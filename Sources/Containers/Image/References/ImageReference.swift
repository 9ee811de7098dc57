/// The name of an image in a registry: `domain/path:tag@digest`, by the grammar that docker and podman share.
///
/// What is left out is filled in as docker does: the domain `docker.io`, the folder `library`.
package struct ImageReference: Hashable, Sendable {
  /// The registry, with its port: `docker.io`, `localhost:5000`.
  package let domain: String
  /// The repository in the registry: `library/debian`.
  package let path: String
  /// The tag as it is written; nil where none is.
  package let tag: String?
  package let digest: Digest?

  package init(domain: String, path: String, tag: String?, digest: Digest?) {
    self.domain = domain
    self.path = path
    self.tag = tag
    self.digest = digest
  }

  /// Reads a reference, or says what is wrong with it.
  package static func parse(_ text: String) -> Result<ImageReference, ImageReferenceFault> {
    var parser = ImageReferenceParser(text)
    return Result { () throws(ImageReferenceFault) in try parser.reference() }
  }

  /// Reads a reference that must be right; throws what is wrong with it as an image error.
  package init(_ text: String) throws(ImageError) {
    switch Self.parse(text) {
    case .success(let reference): self = reference
    case .failure(let fault):
      throw ImageError(.malformed, "`\(text)` is not an image name: \(fault.message)")
    }
  }

  /// Domain and path, in full: `docker.io/library/debian`.
  package var name: String { "\(domain)/\(path)" }

  /// Domain and path as people write them: `debian`.
  package var familiarName: String {
    guard domain == "docker.io" else { return name }
    return path.hasPrefix("library/") ? String(path.dropFirst(8)) : path
  }

  /// The tag that is meant: `latest` where neither tag nor digest is written.
  package var effectiveTag: String? { tag ?? (digest == nil ? "latest" : nil) }

  /// The reference with its tag spelled out and without a digest: the name under which a store keeps it.
  package var tagged: ImageReference {
    ImageReference(domain: domain, path: path, tag: tag ?? "latest", digest: nil)
  }

  /// The whole reference as people write it.
  package var familiar: String { familiarName + suffix }

  /// Whether the registry is this machine itself, which may be talked to without TLS.
  package var isLoopback: Bool {
    if domain.hasPrefix("[::1]") { return true }
    let host = domain.prefix { $0 != ":" }
    return host == "localhost" || Self.isLoopbackAddress(host)
  }

  private var suffix: String { (tag.map { ":" + $0 } ?? "") + (digest.map { "@\($0)" } ?? "") }

  /// Four numbers, the first of which is 127: a name such as `127.example.org` is another machine.
  private static func isLoopbackAddress(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

extension ImageReference: CustomStringConvertible {
  /// The whole reference, nothing left out but the tag that is not written.
  package var description: String { name + suffix }
}
