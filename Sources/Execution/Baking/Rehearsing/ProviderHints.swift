import Engine

/// Which packages bring commands, as far as the lists of an image tell.
struct ProviderHints: Sendable {
  private let packages: [String: String]

  /// Asks the image's package manager, or the lists that name commands by themselves.
  init(asking names: [String], in container: any RunningContainer) async throws {
    let collected = CollectedBytes()
    var command = ContainerCommand(["/bin/sh", "-c", Self.script, "sh"] + names, user: "root")
    command.environment = ["LC_ALL": "C"]
    command.deadline = 60
    _ = try await container.run(command) { stream, bytes in
      if stream == .output { await collected.append(bytes) }
    }
    var packages: [String: String] = [:]
    for line in await collected.lines {
      let parts = line.split(separator: "\t").map(String.init)
      if parts.count == 2, packages[parts[0]] == nil { packages[parts[0]] = parts[1] }
    }
    self.packages = packages
  }

  /// The package that brings a command; nil where the lists do not tell.
  func package(of command: String) -> String? { packages[command] }

  /// The lists of Ubuntu and Debian that name the commands of packages count first, then a package of the command's own name.
  private static let script = """
    for name do
      found=
      for list in /var/lib/apt/lists/*_cnf_Commands-*; do
        [ -r "$list" ] && command -v awk >/dev/null 2>&1 || continue
        found=$(awk -v want="$name" '
          /^name: / { package = $2 }
          /^commands: / { n = split(substr($0, 11), all, ","); for (i = 1; i <= n; i++) if (all[i] == want) { print package; exit } }
        ' "$list")
        [ -z "$found" ] || break
      done
      case $name in */*) bare=${name##*/} ;; *) bare=$name ;; esac
      if [ -z "$found" ] && command -v apt-cache >/dev/null 2>&1; then
        apt-cache show --no-all-versions -- "$bare" >/dev/null 2>&1 && found=$bare
      elif [ -z "$found" ] && command -v apk >/dev/null 2>&1; then
        found=$(apk search -q "cmd:$bare" 2>/dev/null | head -n 1)
      elif [ -z "$found" ] && command -v dnf >/dev/null 2>&1; then
        found=$(dnf -q -C repoquery --qf '%{name}\\n' --whatprovides "/usr/bin/$bare" --whatprovides "/usr/sbin/$bare" 2>/dev/null | head -n 1)
      fi
      [ -z "$found" ] || printf '%s\\t%s\\n' "$name" "$found"
    done
    """
}
