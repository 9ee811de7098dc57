import Project
import Source
import Testing

@Suite struct ChefConfigurationTemplateTests {
  /// What Packer itself writes, with expressions.
  private static let usual = """
    # solo.rb
    cookbook_path [{{.CookbookPaths}}]
    {{if .HasRolesPath}}
    role_path	"{{.RolesPath}}"
    {{end}}
    log_level :info
    """

  @Test(arguments: [
    (usual, nil),
    ("log_level :info\n", "`solo.rb` does not say that it takes `cookbook_paths`"),
    (
      "cookbook_path [{{.CookbookPaths}}, '/opt/x']\n",
      "`cookbook_path` of `solo.rb` may name further folders"
    ),
    (usual + "\nrole_path '/opt/roles'\n", "`role_path` of `solo.rb` may name further folders"),
    (usual + "\nchef_repo_path '/opt'\n", "`chef_repo_path` of `solo.rb` may name further folders"),
    ("{{.CookbookPaths", "`solo.rb` does not say that it takes `cookbook_paths`"),
  ])
  func `tells whether other folders are looked into`(_ text: String, _ reason: String?) {
    let file = SourceFile(FileID("solo.rb"), bytes: Array(text.utf8))
    #expect(ChefConfigurationTemplate(file).furtherFolders?.text == reason)
  }
}
