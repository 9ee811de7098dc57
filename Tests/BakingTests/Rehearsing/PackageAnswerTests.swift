import Plan
import Testing

@testable import Baking

/// What package managers answer when they are asked what they would do.
struct PackageAnswerTests {
  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test("apt lists what it would install, or says what it does not find")
  func apt() {
    let good = lines(
      """
      Reading package lists...
      Inst libonig5 (6.9.8-1 Debian:12.15/oldstable [amd64])
      Inst jq (1.6-2.1 Debian-Security:12/oldstable-security [amd64])
      Conf jq (1.6-2.1 Debian-Security:12/oldstable-security [amd64])
      """)
    #expect(PackageManager.apt.agrees(0, good))
    #expect(PackageManager.apt.installed(in: good) == ["libonig5", "jq"])
    let absent = lines(
      "Building dependency tree...\nE: Unable to locate package python2.7\nE: Couldn't find any\n")
    #expect(!PackageManager.apt.agrees(100, absent))
    #expect(PackageManager.apt.complaint(in: absent) == "Unable to locate package python2.7")
    #expect(PackageManager.apt.isHelpless(["E: Could not get lock /var/lib/dpkg/lock-frontend."]))
  }

  @Test("dnf says no to what it would do, and says what it does not find")
  func dnf() {
    let good = lines(
      """
      Dependencies resolved.
       Package           Architecture       Version           Repository         Size
      Installing:
       alpha             noarch             1-1               local             5.9 k
      Installing dependencies:
       beta              x86_64             2-1               local             1.0 M

      Total download size: 1.5 M
      Installed size: 3.0 M
      Operation aborted.
      """)
    #expect(PackageManager.dnf.agrees(1, good))
    #expect(PackageManager.dnf.installed(in: good) == ["alpha", "beta"])
    #expect(PackageManager.dnf.bytes(in: good) == 9 << 19)
    let absent = lines("No match for argument: nosuch\nError: Unable to find a match: nosuch\n")
    #expect(!PackageManager.dnf.agrees(1, absent))
    #expect(PackageManager.dnf.complaint(in: absent) == "No match for argument: nosuch")
    #expect(
      PackageManager.dnf.isHelpless([
        "Error: Failed to download metadata for repo 'local': All mirrors were tried"
      ]))
    #expect(PackageManager.yum.agrees(1, ["Exiting on user command"]))
    #expect(!PackageManager.yum.agrees(1, ["No package nosuch available.", "Error: Nothing to do"]))
  }

  @Test("apk, zypper and pacman end with an error for what they do not find")
  func others() {
    let apk = lines(
      "ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\n")
    #expect(!PackageManager.apk.agrees(1, apk))
    #expect(
      PackageManager.apk.installed(in: ["(1/2) Installing oniguruma (6.9.9-r0)", "OK: 9 MiB"]) == [
        "oniguruma"
      ])
    let zypper = lines(
      "'nosuch' not found in package names. Trying capabilities.\nNo provider of 'nosuch' found.\n")
    #expect(PackageManager.zypper.complaint(in: zypper) == "No provider of 'nosuch' found.")
    #expect(
      PackageManager.pacman.complaint(in: ["error: target not found: nosuch"])
        == "error: target not found: nosuch")
  }
}
