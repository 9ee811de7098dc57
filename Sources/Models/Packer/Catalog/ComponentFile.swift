/// One file of `rules/components`, as bytes: `builders/docker.yaml`.
package struct ComponentFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Whether the user's own configuration brings it.
  package let isOwn: Bool

  /// The last folder of the path; nil for one that holds no components.
  let folder: Folder?
  /// The file's name without its ending: the name of the component.
  package let name: String

  /// Whether the file lies in a folder of components: `builders`, `provisioners`, `post-processors`.
  package var isComponent: Bool { if case .component = folder { true } else { false } }

  package init(path: String, bytes: [UInt8], isOwn: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isOwn = isOwn
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    name = String(decoding: parts.last?.prefix { $0 != UInt8(ascii: ".") } ?? [], as: UTF8.self)
    folder = parts.dropLast().last.flatMap { Folder(String(decoding: $0, as: UTF8.self)) }
  }

  /// What the folder of a file says about it.
  enum Folder: Sendable, Hashable {
    case component(ConfiguredComponent.Kind)
    case communicators
    /// The keys that Packer's core reads itself.
    case common

    init?(_ name: String) {
      switch name {
      case "builders": self = .component(.builder)
      case "provisioners": self = .component(.provisioner)
      case "post-processors": self = .component(.postProcessor)
      case "communicators": self = .communicators
      case "common": self = .common
      default: return nil
      }
    }
  }
}
