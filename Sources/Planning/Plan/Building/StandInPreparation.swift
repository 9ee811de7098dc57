/// The script that makes a container like the machine for which it stands in: its packages, and its user.
struct StandInPreparation {
  let user: String
  let packages: [String]

  /// Run by root with a POSIX shell. A package counts as there where a command of its name is.
  var script: String {
    """
    user=\(Self.quoted(user))
    missing=
    for name in \(packages.map(Self.quoted).joined(separator: " ")); do
      command -v "$name" >/dev/null 2>&1 || missing="$missing $name"
    done
    if [ -n "$missing" ]; then
      if command -v apt-get >/dev/null 2>&1; then
        export DEBIAN_FRONTEND=noninteractive
        lists=$(ls /var/lib/apt/lists 2>/dev/null | grep -c _)
        apt-get -qq update && apt-get -qq install -y --no-install-recommends $missing
        [ "$lists" != 0 ] || rm -rf /var/lib/apt/lists/*
      elif command -v dnf >/dev/null 2>&1; then dnf -q -y install $missing
      elif command -v microdnf >/dev/null 2>&1; then microdnf -y install $missing
      elif command -v yum >/dev/null 2>&1; then yum -q -y install $missing
      elif command -v apk >/dev/null 2>&1; then apk add -q --no-cache $missing
      elif command -v zypper >/dev/null 2>&1; then zypper -q -n install $missing
      elif command -v pacman >/dev/null 2>&1; then pacman -Sy --noconfirm $missing
      fi
      for name in $missing; do
        command -v "$name" >/dev/null 2>&1 || echo "$name is still missing: a step that calls it will fail"
      done
    fi
    [ "$user" != root ] || exit 0
    shell=/bin/sh
    [ ! -x /bin/bash ] || shell=/bin/bash
    if ! id -u "$user" >/dev/null 2>&1; then
      if command -v useradd >/dev/null 2>&1; then useradd -m -s "$shell" "$user"
      elif command -v adduser >/dev/null 2>&1; then adduser -D -s "$shell" "$user"
      else
        number=1000
        while grep -q ":$number:" /etc/passwd; do number=$((number + 1)); done
        echo "$user:x:$number:$number::/home/$user:$shell" >>/etc/passwd
        echo "$user:x:$number:" >>/etc/group
        mkdir -p "/home/$user" && chown "$number:$number" "/home/$user"
      fi || exit 1
    fi
    mkdir -p /etc/sudoers.d
    printf 'Defaults:%s !requiretty\\n%s ALL=(ALL) NOPASSWD: ALL\\n' "$user" "$user" >/etc/sudoers.d/90-stand-in
    chmod 0440 /etc/sudoers.d/90-stand-in
    """
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
