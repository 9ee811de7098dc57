extension ChefFault {
  /// What is wrong. What compiling the recipes comes to are `raised`, `missingNotified`, `badNotifiedAction` and
  /// `missingFile`; all else stands on disk and is met before.
  package enum Kind: Sendable, Hashable {
    /// An item that is neither a recipe nor a role.
    case malformedItem(String)
    /// `folder` is where roles are looked for; nil without `roles_path`.
    case missingRole(String, folder: String?, near: String?)
    /// `folder` is where environments are looked for.
    case missingEnvironment(String, folder: String, near: String?)
    /// `chef_environment` without `environments_path`: dropped.
    case environmentWithoutFolder(String)
    /// The name inside a role's or environment's file is not that of the file.
    case misnamedObject(PolicyObject, inside: String, file: String)
    /// A role or environment both as `.rb` and as `.json`: the second path is not read.
    case doubledObject(PolicyObject, name: String, ignored: String)

    /// No cookbook path at all.
    case noCookbookPath
    /// The cookbook path is a cookbook itself, so that nothing in it is found.
    case cookbookAsPath(String)
    /// No cookbook path holds it.
    case missingCookbook(String, near: String?)
    /// A version other than the constraint asks for.
    case unmetConstraint(cookbook: String, constraint: VersionConstraint, found: CookbookVersion)
    /// A recipe that its cookbook does not have.
    case missingRecipe(RecipeName, folder: String, near: String?)
    /// A cookbook of a later path that an earlier one of the same name hides.
    case hiddenCookbook(String, by: String, isSame: Bool)
    /// The folder's name is not the name in the metadata.
    case misnamedCookbook(folder: String, metadata: String)
    /// Two files of one name in a segment: the first path is not loaded.
    case doubledFile(ignored: String, by: String)

    case metadataWithoutName
    case malformedVersion(String)
    case malformedConstraint(String)
    /// More than one constraint for one cookbook in a call.
    case severalConstraints(cookbook: String)
    case selfDependency(String)
    /// Of `chef` or `ohai`: no list of conditions takes the client.
    case unmetClient(EnforcedTool, cookbook: String, conditions: [String])
    /// A file that metadata.rb reads and that is not there.
    case missingMetadataFile(String)

    case malformedJSON(PolicyObject, message: String)
    case malformedRuby(message: String)
    case unreadableFile(String)

    /// An exception that nothing rescues.
    case raised(className: String, message: String)
    /// A notification to a resource that is nowhere in the collection.
    case missingNotified(String, near: String?)
    /// A notification of an action that the other resource does not have.
    case badNotifiedAction(String, target: String, allowed: [String])
    /// A `template` or `cookbook_file` whose source the cookbook does not have.
    case missingFile(CookbookSegment, source: String, cookbook: String, near: String?)

    /// `path:` of a Berksfile, Policyfile or Cheffile that is not there.
    case missingSourcePath(String, cookbook: String)
    /// A cookbook twice in one file of sources.
    case doubledSource(cookbook: String)
  }

  /// A file of data that Chef reads.
  package enum PolicyObject: String, Sendable, Hashable {
    case role, environment, metadata
    case dataBagItem = "data bag item"
  }

  /// What a cookbook's metadata can ask a version of.
  package enum EnforcedTool: String, Sendable, Hashable {
    case chef = "Chef"
    case ohai = "Ohai"
  }
}
