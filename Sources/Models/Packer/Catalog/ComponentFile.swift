/// One file of `rules/components`, as bytes: `builders/docker.yaml`.
package struct ComponentFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Whether the user's own configuration brings it.
  package let isOwn: Bool

  package init(path: String, bytes: [UInt8], isOwn: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isOwn = isOwn
  }

  /// What the folder of a file says about it.
  enum Folder: Sendable, Hashable {
    case component(ConfiguredComponent.Kind)
    case communicators
    /// The keys that Packer's core reads itself.
    case common
  }

  /// The last folder of the path; nil for one that holds no components.
  var folder: Folder? {
    switch path.split(separator: "/").dropLast().last {
    case "builders": .component(.builder)
    case "provisioners": .component(.provisioner)
    case "post-processors": .component(.postProcessor)
    case "communicators": .communicators
    case "common": .common
    default: nil
    }
  }

  /// The file's name without its ending: the name of the component.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix(while: { $0 != "." }))
  }
}
