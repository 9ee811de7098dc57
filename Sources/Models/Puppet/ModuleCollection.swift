package import Host

/// The modules that a `puppet apply` sees: every folder of every module path, the first path wins.
package struct ModuleCollection: Sendable, Hashable {
  package struct Module: Sendable, Hashable {
    package let name: String
    package let path: String
    /// Whether Puppet takes the folder's name for a module's: letters, digits and underscores, a small letter first.
    package let isNamedWell: Bool
  }

  /// A folder in which modules lie.
  package struct Folder: Sendable, Hashable {
    package let path: String
    /// Whether the folder is a module itself, so that nothing in it is found.
    package let isModule: Bool
    package let modules: [Module]
  }

  package let folders: [Folder]

  /// Reads the folders; one that is not there holds nothing.
  package static func load(_ paths: [String], from store: SourceStore) -> ModuleCollection {
    ModuleCollection(
      folders: paths.map { path in
        let names = store.visibleNames(in: path).filter {
          store.files.status("\(path)/\($0)")?.kind == .directory
        }
        return Folder(
          path: path, isModule: isModule(path, store.files),
          modules: names.map { Module(name: $0, path: "\(path)/\($0)", isNamedWell: isNamedWell($0)) })
      })
  }

  /// The module that is found under a name.
  package subscript(name: String) -> Module? {
    for folder in folders {
      if let module = folder.modules.first(where: { $0.name == name && $0.isNamedWell }) { return module }
    }
    return nil
  }

  private static func isModule(_ path: String, _ files: any FileTree) -> Bool {
    files.status(path + "/metadata.json")?.kind == .file
      || files.status(path + "/manifests/init.pp")?.kind == .file
  }

  private static func isNamedWell(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, (0x61...0x7A).contains(first) else { return false }
    return bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
