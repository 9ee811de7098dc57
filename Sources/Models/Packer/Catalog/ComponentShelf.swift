import Synchronization

/// The component files of a run, with the catalogs that were read from them so far.
///
/// Reading a catalog takes longer than linting a small template with it, and most templates of a repository name the
/// same components.
package final class ComponentShelf: Sendable {
  private let files: [ComponentFile]
  private let catalogs = Mutex<[Selection: ComponentCatalog]>([:])

  /// What a catalog was made of: the components that are wanted, and the paths of the user's own files.
  private struct Selection: Hashable {
    let wanted: Set<ComponentCatalog.Key>
    let own: [String]
  }

  package init(_ files: [ComponentFile]) { self.files = files }

  /// The catalog of what a template names; `own` are further files, of the user's repository, known by their paths.
  package func catalog(for template: PackerTemplate, with own: [ComponentFile] = []) -> ComponentCatalog {
    let selection = Selection(wanted: ComponentCatalog.keys(of: [template]), own: own.map(\.path))
    if let known = catalogs.withLock({ $0[selection] }) { return known }
    let catalog = ComponentCatalog.load(files + own, for: [template]).catalog
    catalogs.withLock { $0[selection] = catalog }
    return catalog
  }
}
