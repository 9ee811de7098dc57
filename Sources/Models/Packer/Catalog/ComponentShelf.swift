import Synchronization

/// The component files of a run, with the catalogs that were read from them so far.
///
/// Reading a catalog takes longer than linting a small template with it, and most templates of a repository name the
/// same components.
package final class ComponentShelf: Sendable {
  private let files: [ComponentFile]
  private let catalogs = Mutex<[Set<ComponentCatalog.Key>: ComponentCatalog]>([:])

  package init(_ files: [ComponentFile]) { self.files = files }

  /// The catalog of what a template names; `own` are further files, of the user's repository.
  package func catalog(for template: PackerTemplate, with own: [ComponentFile] = []) -> ComponentCatalog {
    guard own.isEmpty else { return ComponentCatalog.load(files + own, for: [template]).catalog }
    let wanted = ComponentCatalog.keys(of: [template])
    if let known = catalogs.withLock({ $0[wanted] }) { return known }
    let catalog = ComponentCatalog.load(files, for: [template]).catalog
    catalogs.withLock { $0[wanted] = catalog }
    return catalog
  }
}
