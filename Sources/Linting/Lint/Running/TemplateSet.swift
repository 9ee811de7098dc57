import Host
import Packer
import Source

/// One way in which a template is meant to be built: a folder, and values for its variables.
struct TemplateSet: Sendable {
  /// What the settings call it; nil for what the command line alone gives.
  var name: String?
  var inputs: TemplateInputs
  /// Whether the folder is known; else it is guessed from the files that are found.
  var isFolderGiven = false
  /// The files of variables that only other sets read, with what the settings call one of these.
  var filesOfOthers: [String: String] = [:]

  /// The sets that the settings name for a template, each joined with the command line; else the command line alone.
  ///
  /// Files of variables on the command line take the place of those of the settings, and of their `vars`.
  static func sets(
    for path: String, _ configuration: LintConfiguration, _ inputs: TemplateInputs, in tree: any FileTree
  ) -> [TemplateSet] {
    let relative = configuration.relative(FileID(path))
    let settings = configuration.templates.filter { GlobPattern($0.pattern.value).matches(relative) }
    var sets: [TemplateSet] = []
    for entry in settings {
      var set = TemplateSet(name: entry.name, inputs: inputs)
      if let folder = entry.workingDirectory {
        set.inputs.workingDirectory = TreePath.absolute(folder.value, from: configuration.folder)
        set.isFolderGiven = true
      }
      if inputs.variableFiles.isEmpty {
        for file in entry.variableFiles {
          let path = TreePath.seen(TreePath.absolute(file.value, from: configuration.folder), in: tree)
          set.inputs.variableFiles.append(path)
          set.inputs.variableFilePlaces[path] = file.location
        }
        let own = entry.variables.map { (name: $0.name.value, value: $0.value.value) }
        set.inputs.variables = own + inputs.variables
      } else if sets.contains(where: { $0.inputs.workingDirectory == set.inputs.workingDirectory }) {
        continue
      }
      sets.append(set)
    }
    let owners = sets.flatMap { set in set.inputs.variableFiles.map { ($0, set.name ?? "") } }
    for index in sets.indices {
      let own = sets[index].inputs.variableFiles
      sets[index].filesOfOthers = Dictionary(owners.filter { !own.contains($0.0) }) { first, _ in first }
    }
    return sets.isEmpty ? [TemplateSet(inputs: inputs)] : sets
  }
}
