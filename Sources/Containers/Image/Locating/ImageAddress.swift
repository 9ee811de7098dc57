/// What a user writes for an image: a path, a name, or either behind a prefix that forces the place.
package enum ImageAddress: Sendable, Hashable {
  /// Looked for as a path, in the store, in engines, in a registry.
  case anywhere(String)
  case store(String)
  case docker(String)
  case podman(String)
  case registry(String)
  /// A path that must be an image, and the name of the one that is wanted where it holds several.
  case path(String, wanted: String?)

  /// Tells the prefixes apart.
  package init(_ text: String) {
    func rest(_ prefix: String) -> String? {
      text.hasPrefix(prefix) ? String(text.dropFirst(prefix.utf8.count)) : nil
    }
    if let name = rest("store:") {
      self = .store(name)
    } else if let name = rest("docker-daemon:") {
      self = .docker(name)
    } else if let name = rest("containers-storage:") {
      self = .podman(name)
    } else if let name = rest("docker://") {
      self = .registry(name)
    } else if let path = rest("dir:") {
      self = .path(path, wanted: nil)
    } else if let path = rest("oci-archive:") ?? rest("docker-archive:") ?? rest("oci:") {
      // skopeo's form: the path ends at the first colon.
      let parts = path.split(separator: ":", maxSplits: 1).map(String.init)
      self = .path(parts.first ?? "", wanted: parts.count == 2 ? parts[1] : nil)
    } else {
      self = .anywhere(text)
    }
  }
}
