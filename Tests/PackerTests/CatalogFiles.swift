import Host
import Packer
import Support

/// The component files of the repository.
enum CatalogFiles {
  static let all: [ComponentFile] = {
    let disk = Disk(workingDirectory: Repository.root + "/rules/components")
    var files: [ComponentFile] = []
    for folder in (try? disk.list(".")) ?? [] {
      for name in (try? disk.list(folder)) ?? [] where name.hasSuffix(".yaml") {
        let path = "\(folder)/\(name)"
        files.append(ComponentFile(path: path, bytes: (try? disk.read(path, limit: 1 << 20)) ?? []))
      }
    }
    return files
  }()

  /// All of them, read.
  static let catalog = ComponentCatalog.load(all).catalog
}
