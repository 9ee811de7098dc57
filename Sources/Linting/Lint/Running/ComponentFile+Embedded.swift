package import Packer
import RuleCatalog

extension [ComponentFile] {
  /// The facts about components that come with the product.
  package static var embedded: [ComponentFile] {
    RuleCatalog.componentFiles.map { ComponentFile(path: $0.path, bytes: $0.bytes) }
  }
}
