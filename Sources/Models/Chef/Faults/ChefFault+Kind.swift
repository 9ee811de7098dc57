extension ChefFault {
  /// What is wrong. What compiling the recipes comes to begins with `raised`; all else stands on disk and is met before.
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
    /// A role or environment whose name Chef refuses.
    case illegalName(PolicyObject, String)
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

    /// `env_run_lists` of a role without the list that counts in all other environments.
    case noDefaultRunList

    case metadataWithoutName
    case malformedVersion(String)
    case malformedConstraint(String)
    /// More than one constraint for one cookbook, or platform, in a call of `depends` or `supports`.
    case severalConstraints(cookbook: String, call: String)
    case selfDependency(String)
    /// Of `chef` or `ohai`: no list of conditions takes the client.
    case unmetClient(EnforcedTool, cookbook: String, conditions: [String])
    /// A file that metadata.rb reads and that is not there.
    case missingMetadataFile(String)

    case malformedJSON(PolicyObject, message: String)
    case malformedRuby(message: String)
    case unreadableFile(String)

    /// An exception that nothing rescues, and that is none of those below.
    case raised(className: String, message: String)
    /// A recipe of YAML or JSON that cannot be read.
    case malformedRecipe(message: String)
    /// Something is asked of an attribute that nothing sets, as written: `node['app']['prot']`.
    case nilAttribute(String, asked: String, near: String?)
    /// Something is asked of an instance variable, as written, that a template is not given.
    case unsetVariable(String, asked: String, near: String?)
    /// A word that is no method, variable or resource; `owner` is where it was looked for.
    case unknownName(String, owner: NameOwner, near: String?)
    /// A resource that nothing provides.
    case unknownResource(String, near: String?)
    case unknownConstant(String, near: String?)
    case unknownProperty(String, resource: String, near: String?)
    case unknownAction(String, resource: String, allowed: [String])
    /// A value that the property does not take, with Chef's words on it.
    case refusedValue(property: String, resource: String, problem: String)
    /// A property that must be given and is not.
    case missingProperty(String, resource: String)
    /// A cookbook whose parts are used, and that the run list does not lead to.
    case unloadedCookbook(String, near: String?)
    /// nil for a whole bag.
    case missingDataBagItem(String?, bag: String, near: String?)
    /// A resource or property, in words, that came with a later version than the client's.
    case newerThanClient(String, since: String)
    /// `node['app'] = 1`: what reading gives is changed.
    case changedRead
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

  /// Where a name was looked for.
  package enum NameOwner: Sendable, Hashable {
    case recipe, template
    /// A file that only declares, as a person calls it: "a role".
    case declarations(String)
    /// A resource's block, by its type.
    case resource(String)
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
