import Source

/// An entry of a file that says where a cookbook comes from. Nothing of it happens while Packer builds: somebody must
/// have put the cookbook into a cookbook path.
struct CookbookSource: Sendable, Hashable {
  let cookbook: Located<String>
  /// As it is written; nil where any version will do.
  let constraint: String?
  /// Where it comes from, in words: "from git https://…"; nil for the file's own server.
  let origin: String?
  /// A folder that is named relative to the file.
  let folder: Located<String>?
  let file: CookbookSourceFile
}

/// A file that says where cookbooks come from.
struct CookbookSourceFile: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable {
    // In the order in which their word counts.
    case berksfile = "Berksfile"
    case policyfile = "Policyfile.rb"
    case cheffile = "Cheffile"
    case berksfileLock = "Berksfile.lock"
    case policyfileLock = "Policyfile.lock.json"
    case cheffileLock = "Cheffile.lock"
  }

  let kind: Kind
  let path: String

  /// The folder in which it lies; empty for the tree's root.
  var folder: String {
    path.utf8.count == kind.rawValue.utf8.count ? "" : String(path.dropLast(kind.rawValue.utf8.count + 1))
  }

  /// What to do to have its cookbooks in a cookbook path.
  func advice(for cookbookPath: String) -> String {
    switch kind {
    case .berksfile, .berksfileLock:
      let file = String(path.dropLast(kind == .berksfileLock ? 5 : 0))
      let option = file == "Berksfile" ? "" : " -b \(file)"
      return "run `berks vendor\(option) \(cookbookPath)` before the build"
    case .policyfile, .policyfileLock:
      return """
        chef-solo under Packer does not read it, and what `chef export` makes needs a `config_template`: put the \
        cookbook into `\(cookbookPath)`
        """
    case .cheffile, .cheffileLock:
      let change = folder.isEmpty ? "" : "cd \(folder) && "
      return "run `\(change)librarian-chef install --path \(cookbookPath)` before the build"
    }
  }
}
