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
    for path in paths {
      guard let kind = tree.status(path)?.kind else {
        others.insert(TreePath.absolute(path, in: tree))
        continue
      }
      guard kind == .file else { continue }
      let shown = TreePath.shown(path, in: tree)
      if finder.isExcluded(shown) { continue }
      if TemplateContent.isHCL(shown) {
        found.hclFiles.append(shown)
      } else if finder.isTemplate(shown) {
        if !found.templates.contains(shown) { found.templates.append(shown) }
      } else {
        others.insert(TreePath.absolute(path, in: tree))
      }
    }
    guard !others.isEmpty else { return found }
    let root = RepositoryRoot.above(tree.workingDirectory, in: tree) ?? tree.workingDirectory
    var finder = finder
    for template in finder.find([TreePath.seen(root, in: tree)]).templates
    where !found.templates.contains(template) {
      if refers(template, to: others) { found.templates.append(template) }
    }
    return found
  }

  /// Whether a template names one of the files, or a folder that holds one.
  private func refers(_ path: String, to others: Set<String>) -> Bool {
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
      place in
      others.contains(place) || others.contains { TreePath.relative($0, to: place) != nil }
    }
  }
}
