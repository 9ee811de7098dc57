/// The files that hold commands, by how they hold them.
enum CommandFileKind {
  /// A job of a forge, in YAML; its shells start at the repository's root.
  case jobs
  /// Tasks in YAML or JSON; they start in the file's own folder.
  case tasks
  /// A file of recipes: each line begins in the file's folder.
  case recipes
  /// A Jenkinsfile.
  case pipeline
  /// A script of a shell.
  case script
  /// A script of Windows's command interpreter.
  case batch

  /// nil for a file that holds no commands.
  init?(ofFile name: String, in folder: String) {
    let isYAML = name.hasSuffix(".yml") || name.hasSuffix(".yaml")
    let stem = name.prefix { $0 != "." }.lowercased()
    switch name {
    case "Makefile", "GNUmakefile", "makefile", "justfile", "Justfile", ".justfile": self = .recipes
    case _ where name.hasSuffix(".mk") || name.hasSuffix(".just"): self = .recipes
    case _ where name.hasPrefix("Jenkinsfile"): self = .pipeline
    case "package.json": self = .tasks
    case _ where isYAML && stem == "taskfile": self = .tasks
    case ".gitlab-ci.yml", ".travis.yml", ".drone.yml", ".woodpecker.yml", "bitbucket-pipelines.yml":
      self = .jobs
    case _
    where isYAML
      && (stem.hasPrefix("azure-pipelines") || stem.hasPrefix("buildspec") || stem == "cloudbuild"):
      self = .jobs
    case "cloudbuild.json": self = .jobs
    case _ where isYAML && (folder.hasSuffix(".github/workflows") || folder.hasSuffix("/.circleci")):
      self = .jobs
    case _ where name.hasSuffix(".sh") || name.hasSuffix(".ps1"): self = .script
    case _ where name.hasSuffix(".bat") || name.hasSuffix(".cmd"): self = .batch
    default: return nil
    }
  }
}
