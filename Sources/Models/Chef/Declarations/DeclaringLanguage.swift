/// The words of a kind of file that only declares.
struct DeclaringLanguage: Sendable {
  /// What a person calls such a file.
  let title: String
  let words: Set<String>
  /// Whether other words are passed over; else they are names that Ruby does not know.
  let ignoresOthers: Bool
  /// Whether the blocks of calls are run: `group :test do … end`.
  let opensBlocks: Bool

  /// metadata.rb.
  static let metadata = DeclaringLanguage(
    title: "metadata",
    words: [
      "chef_version", "depends", "description", "eager_load_libraries", "gem", "issues_url", "license",
      "long_description", "maintainer", "maintainer_email", "name", "ohai_version", "privacy", "provides",
      "recipe",
      "source_url", "supports", "version",
    ], ignoresOthers: true, opensBlocks: false)

  /// A role.
  static let role = DeclaringLanguage(
    title: "a role",
    words: [
      "default_attributes", "description", "env_run_list", "env_run_list_add", "env_run_lists",
      "env_run_lists_add",
      "name", "override_attributes", "recipes", "run_list",
    ], ignoresOthers: false, opensBlocks: false)

  /// An environment.
  static let environment = DeclaringLanguage(
    title: "an environment",
    words: [
      "cookbook", "cookbook_versions", "default_attributes", "description", "name", "override_attributes",
    ],
    ignoresOthers: false, opensBlocks: false)

  /// A Berksfile, Policyfile or Cheffile.
  static let sources = DeclaringLanguage(
    title: "a list of sources",
    words: ["cookbook", "run_list"], ignoresOthers: true, opensBlocks: true)
}
