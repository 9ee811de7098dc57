/// An image that was found, and where.
package struct FoundView: Sendable {
  package enum Place: Sendable, Hashable {
    case path(String)
    case store
    case docker
    case podman
    case registry
  }

  package let view: any ImageView
  package let place: Place
  /// The image in a store, where it is in one.
  package let stored: StoredImage?
  /// The name of the one that is wanted of several at a path.
  var wanted: String?
  /// The platform that was asked for.
  var platform: Platform?
}

extension FoundView.Place: CustomStringConvertible {
  /// The place for people: "the store", "docker".
  package var description: String {
    switch self {
    case .path(let path): "the path `\(path)`"
    case .store: "the store"
    case .docker: "docker"
    case .podman: "podman"
    case .registry: "the registry"
    }
  }
}
