import ShellSyntax
import Source

/// Knows the commands that bring further commands or files onto a system.
enum Installer {
  /// The packages that a call installs, variables that are written out in the script replaced; nil where it installs nothing.
  static func packages(of call: ShellCall, with constants: ShellConstants = ShellConstants()) -> [String]? {
    guard let verbs = verbs[call.name.value] else { return nil }
    let words = call.arguments.flatMap { constants.words(for: $0)?.map(\.value) ?? [] }
    guard let verb = words.firstIndex(where: verbs.contains) else { return nil }
    var names: [String] = []
    var rest = words[(verb + 1)...]
    while let word = rest.popFirst() {
      if valuedOptions.contains(word) { _ = rest.popFirst() }
      if !word.hasPrefix("-") { names.append(word) }
    }
    return names.map { packageName($0) }
  }

  /// Whether commands that are absent before a call may be there after it.
  static func mayBring(_ call: ShellCall) -> Bool {
    let name = call.name.value
    if packages(of: call) != nil || bringers.contains(name) { return true }
    let words = call.arguments.compactMap(\.text)
    switch name {
    case "dpkg", "rpm": return words.contains { $0.hasPrefix("-") && ($0.contains("i") || $0.contains("U")) }
    // A shell or an interpreter that is fed from a pipe or a file that was fetched.
    case "sh", "bash", "python", "python3", "ruby", "perl": return true
    case "cp", "mv", "ln", "install", "tee":
      return words.contains { $0.contains("/bin/") || $0.hasSuffix("/bin") || $0.contains("/sbin") }
    case "curl", "wget": return words.contains { $0.contains("/bin/") }
    default: return name.contains("/") && !systemFolders.contains { name.hasPrefix($0) }
    }
  }

  private static let systemFolders = ["/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/"]

  /// Options that take the next word as their value.
  private static let valuedOptions: Set<String> = [
    "-t", "-o", "-c", "--target-release", "--virtual", "-r", "--repository",
  ]

  private static let verbs: [String: Set<String>] = [
    "apt-get": ["install"], "apt": ["install"], "aptitude": ["install"], "yum": ["install", "localinstall"],
    "dnf": ["install"], "microdnf": ["install"], "zypper": ["install", "in"], "apk": ["add"],
    "pacman": ["-S", "-Sy", "-Syu"], "pip": ["install"], "pip3": ["install"], "pipx": ["install"],
    "gem": ["install"], "npm": ["install", "i"], "snap": ["install"], "cargo": ["install"],
  ]

  private static let bringers: Set<String> = [
    ".", "source", "eval", "make", "tar", "unzip", "git", "go", "yarn", "conda", "brew", "puppet",
    "chef-solo",
    "chef-client", "ansible-playbook", "salt-call", "chroot", "add-apt-repository", "update-alternatives",
  ]

  /// `nginx=1.2-3` and `nginx/stable` name the package before the mark.
  private static func packageName(_ word: String) -> String {
    String(word.prefix { $0 != "=" && !($0 == "/" && !word.hasPrefix("/") && !word.hasPrefix("./")) })
  }
}
