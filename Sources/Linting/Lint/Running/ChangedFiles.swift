import Host
import Packer
import Project
import Source

/// Finds the templates that the changed files of a commit concern: those among them, and those that refer to one.
struct ChangedFiles {
  let tree: any FileTree
  let finder: TemplateFinder
  let components: ComponentShelf
  let inputs: TemplateInputs
  let configurations: ConfigurationLoader

  /// The templates, in order; a path at which nothing is any more stands for the templates that still name it.
  func templates(for paths: [String]) -> TemplateFinder.Finding {
    var found = TemplateFinder.Finding()
    var others: Set<String> = []
    var removed: Set<String> = []
    let root = repository(of: paths)
    for path in paths {
      let place = TreePath.absolute(path, in: tree)
      guard let kind = tree.status(path)?.kind else {
        removed.insert(place)
        continue
      }
      guard kind == .file else { continue }
      let shown = shown(place, below: root)
      if finder.isExcluded(shown) { continue }
      if TemplateContent.isHCL(shown) {
        found.hclFiles.append(shown)
      } else if finder.isTemplate(shown) {
        if !found.templates.contains(shown) { found.templates.append(shown) }
      } else {
        others.insert(place)
      }
    }
    guard !others.isEmpty || !removed.isEmpty else { return found }
    others.formUnion(removed)
    let before = RestoredFileTree(removed, over: tree)
    var finder = finder
    for template in finder.find([shown(root, below: root)]).templates {
      let shown = shown(TreePath.absolute(template, in: tree), below: root)
      if !found.templates.contains(shown), refers(shown, to: others, in: before) {
        found.templates.append(shown)
      }
    }
    return found
  }

  /// The repository of the first file, else of the working directory.
  private func repository(of paths: [String]) -> String {
    let own = tree.workingDirectory
    let first = paths.first.map { TreePath.parent(TreePath.absolute($0, in: tree)) }
    return first.flatMap { RepositoryRoot.above($0, in: tree) } ?? RepositoryRoot.above(own, in: tree) ?? own
  }

  /// An absolute path as people see it who work in the repository, from wherever in it they do.
  private func shown(_ path: String, below root: String) -> String {
    [tree.workingDirectory, path].allSatisfy { TreePath.isWithin($0, root) }
      ? TreePath.seen(path, in: tree) : TreePath.shown(path, in: tree)
  }

  /// Whether a template names one of the files, or a folder that holds one.
  private func refers(_ path: String, to others: Set<String>, in tree: any FileTree) -> Bool {
    guard let bytes = try? tree.read(path, limit: Linter.sizeLimit) else { return false }
    let file = SourceFile(FileID(path), bytes: bytes)
    guard let template = PackerTemplate.read(file).0 else { return false }
    let settings = configurations.load(for: TreePath.parent(TreePath.absolute(path, in: tree)))
    let named = TemplateSet.sets(for: path, settings.configuration, inputs, in: tree).flatMap { set in
      let analysis = TemplateAnalysis(
        template, of: file, tree: tree, catalog: components.catalog(for: template, with: settings.components),
        set: set, packerVersion: settings.configuration.packerVersion?.value)
      return analysis.project.references.compactMap(\.path) + analysis.project.sources.sorted.map(\.id.path)
    }
    return (named + settings.sources.sorted.map(\.id.path)).map { TreePath.absolute($0, in: tree) }.contains {
      place in others.contains { TreePath.isWithin($0, place) }
    }
  }
}
