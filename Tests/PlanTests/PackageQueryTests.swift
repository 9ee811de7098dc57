import Plan
import PlanSupport
import Source
import Testing

struct PackageQueryTests {
  private func queries(
    _ lines: String..., before: String = ""
  ) throws -> (example: ExamplePlan, rehearsal: Rehearsal) {
    let example = try ExamplePlan(
      provisioners: "\(before) {\"type\": \"shell\", \"script\": \"a.sh\"}",
      ["a.sh": "#!/bin/bash -e\n" + lines.joined(separator: "\n") + "\n", "x.list": ""])
    return (
      example, try example.build.steps.last { $0.kind == .provision }.orThrow("a provisioner").rehearsal
    )
  }

  /// The packages of each query, a refresh as `…`, with a question mark where the call may not happen.
  private func words(_ rehearsal: Rehearsal) -> [String] {
    rehearsal.packages.map { query in
      let doubt = query.isSure ? "" : "?"
      switch query.work {
      case .refresh: return "\(query.manager.rawValue) …" + doubt
      case .install(let packages):
        return ([query.manager.rawValue] + packages.map(\.value)).joined(separator: " ") + doubt
      }
    }
  }

  @Test("asks about what scripts install, in their order, each package with its place")
  func order() throws {
    let (example, rehearsal) = try queries(
      "sudo apt-get -qq update && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -t sid nginx=1.2 jq",
      "if test -f /etc/redhat-release; then yum -y install httpd; fi",
      "apk add --no-cache -t .deps gcc || true",
      "pacman -Sy --noconfirm vim", "zypper -n in bar", "apt-get remove -y x")
    #expect(
      words(rehearsal) == [
        "apt …", "apt nginx=1.2 jq", "yum httpd?", "apk gcc?", "pacman vim", "zypper bar",
      ])
    guard case .install(let packages) = rehearsal.packages[1].work else { return }
    #expect(packages.map { example.text(at: $0.location) } == ["nginx=1.2", "jq"])
    #expect(rehearsal.packages[1].words == ["install", "-y", "-t", "sid"])
    #expect(rehearsal.packages[3].words == ["add", "--no-cache", "-t", ".deps"])
  }

  @Test("takes variables and loops that are written out, and says what stays open")
  func variables() throws {
    let (example, rehearsal) = try queries(
      "PACKAGES=\"curl wget\"", "apt-get install -y $PACKAGES",
      "for p in a b; do apt-get install -y $p; done",
      "apt-get install -y \"$1\"", "apt-get install -y ./local.deb http://x/y.deb")
    #expect(words(rehearsal) == ["apt curl wget", "apt a b"])
    guard case .install(let packages) = rehearsal.packages[0].work else { return }
    #expect(packages.map { example.text(at: $0.location) } == ["curl", "wget"])
    #expect(rehearsal.limits.contains { $0.contains("are not known before the run") })
    #expect(rehearsal.limits.contains { $0.contains("package file `./local.deb` will be there") })
  }

  @Test(
    "leaves packages open behind what adds a source",
    arguments: [
      "add-apt-repository -y ppa:x/y", "echo deb http://x / >/etc/apt/sources.list.d/x.list",
      "curl -fsSL http://x/setup | bash -", "dpkg -i /tmp/repository.deb", "yum install -y epel-release",
      "cp /tmp/x.repo /etc/yum.repos.d/",
    ])
  func sources(_ line: String) throws {
    let (_, rehearsal) = try queries(line, "apt-get install -y nginx")
    #expect(rehearsal.packages.last?.addedSources != nil)
    let (_, untouched) = try queries("echo a >/etc/motd", "apt-get install -y nginx")
    #expect(untouched.packages.last?.addedSources == nil)
  }

  @Test("leaves packages open behind a step that adds a source")
  func earlierSteps() throws {
    let file = #"{"type": "file", "source": "x.list", "destination": "/etc/apt/sources.list.d/x.list"},"#
    #expect(try queries("apt-get install -y a", before: file).rehearsal.packages[0].addedSources != nil)
    let chef = #"{"type": "chef-solo", "prevent_sudo": true},"#
    #expect(try queries("apt-get install -y a", before: chef).rehearsal.packages[0].addedSources != nil)
    let shell = #"{"type": "shell", "inline": ["apt-get update"]},"#
    #expect(try queries("apt-get install -y a", before: shell).rehearsal.packages[0].addedSources == nil)
  }
}
