import Testing

@testable import Chef

@Suite struct ResourceShelfTests {
  private static let debian = ChefPlatform(system: "linux", family: "debian", name: "debian", version: "12")

  @Test func everyFileGivesAResource() throws {
    let shelf = try ResourceFiles.shelf()
    let files = try ResourceFiles.all()
    #expect(files.count > 160)
    for name in shelf.names where name != "powershell_script" {
      switch shelf.answer(to: name, on: ChefPlatform()) {
      case .resource(let facts): #expect(!facts.actions.isEmpty, "\(name) has no action")
      case .unknown, .elsewhere: continue
      case .none: #expect(shelf.facts(name)?.isCallable == false, "\(name) leads nowhere")
      }
    }
  }

  struct Answer: CustomTestStringConvertible {
    let name: String
    let platform: ChefPlatform
    let resource: String?

    var testDescription: String { "\(name) on \(platform.name ?? "?") \(platform.version ?? "?")" }
  }

  @Test(arguments: [
    Answer(name: "package", platform: debian, resource: "apt_package"),
    Answer(
      name: "package", platform: ChefPlatform(system: "linux", family: "rhel", name: "rocky", version: "9.3"),
      resource: "dnf_package"),
    Answer(
      name: "package",
      platform: ChefPlatform(system: "linux", family: "rhel", name: "centos", version: "7.9"),
      resource: "yum_package"),
    Answer(
      name: "package",
      platform: ChefPlatform(system: "linux", family: "suse", name: "opensuseleap", version: "15.5"),
      resource: "zypper_package"),
    Answer(name: "user", platform: debian, resource: "linux_user"),
    Answer(name: "service", platform: debian, resource: "service"),
    Answer(name: "sysctl_param", platform: debian, resource: "sysctl"),
    Answer(name: "launchd", platform: debian, resource: nil),
    Answer(name: "package", platform: ChefPlatform(), resource: nil),
  ])
  func platformDecidesWhatAnswers(_ answer: Answer) throws {
    let shelf = try ResourceFiles.shelf()
    var name: String?
    if case .resource(let facts) = shelf.answer(to: answer.name, on: answer.platform) { name = facts.name }
    #expect(name == answer.resource)
  }

  @Test func propertiesAndActionsAreInherited() throws {
    let shelf = try ResourceFiles.shelf()
    let package = try #require(shelf.facts("apt_package"))
    #expect(package.actions.contains("reconfig"))
    #expect(package.defaultAction == ["install"])
    #expect(package.property("version")?.facts.kinds == [.instance("String"), .instance("Array")])
    let template = try #require(shelf.facts("template"))
    #expect(template.property("user")?.name == "owner")
    #expect(template.property("path")?.facts.isName == true)
    #expect(template.property("checksum")?.facts.patterns.count == 1)
    #expect(shelf.name(ofClass: "AptPackage") == "apt_package")
  }
}
