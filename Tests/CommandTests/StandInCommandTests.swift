import Host
import Support
import Testing

/// Builds for clouds and hypervisors, rehearsed in busybox by the command line.
@Suite(.enabled(if: Program.canBake), .timeLimit(.minutes(5))) struct StandInCommandTests {
  private static let template = """
    {
      "builders": [
        {"type": "amazon-ebs", "region": "eu-central-1", "instance_type": "t3.small", "ssh_username": "admin",
         "source_ami_filter": {"filters": {"name": "debian-12-amd64-*"}, "owners": ["136693071363"], "most_recent": true},
         "ami_name": "web"},
        {"type": "digitalocean", "api_token": "x", "region": "fra1", "size": "s-1vcpu-1gb", "image": "debian-12-x64",
         "ssh_username": "root"},
        {"type": "virtualbox-iso", "guest_os_type": "Debian_64", "iso_url": "debian-12.5.0-amd64-netinst.iso",
         "iso_checksum": "none", "ssh_username": "vagrant", "shutdown_command": "true"},
        {"type": "googlecompute", "project_id": "p", "zone": "z", "source_image": "debian-12-bookworm-v2024",
         "ssh_username": "packer"}
      ],
      "provisioners": [
        {"type": "shell", "inline": ["id -un >/tmp/who", "pwd >/tmp/where", "echo $PACKER_BUILDER_TYPE >/tmp/builder"]},
        {"type": "file", "source": "app.conf", "destination": "app.conf"}
      ],
      "post-processors": ["manifest"]
    }

    """
  private static let settings = "stand-ins:\n  images: {'debian:12': 'tiny:1'}\n  packages: []\n"
  private static let files = [
    "machine.json": template, ".ovenproof.yaml": settings, "app.conf": "port = 80\n",
    "machine.spec.yaml": """
    image: {user: app}
    files:
      /tmp/builder: {contents: ["/amazon-ebs|digitalocean|virtualbox-iso|googlecompute/"]}
      /etc/passwd: {exists: true}

    """,
  ]

  @Test func `every builder is rehearsed as its own user, and nothing is handed on`() async throws {
    try await Program.withBase(Self.files) { program in
      let answer = try await program("test", "--stand-in", "machine.json", "--format", "json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(
        answer.error.contains(
          "amazon-ebs: `tiny:1` stands in for an EC2 instance, by the words `debian-12-amd64-*` of "
            + "`source_ami_filter.filters.name` at machine.json:4:49"))
      #expect(answer.error.contains("its steps work as the user `vagrant`"))
      #expect(answer.error.contains("a container cannot show the boot"))
      #expect(
        answer.error.contains("skipped: write the manifest packer-manifest.json: what a stand-in makes"))
      #expect(answer.output.contains("an Amazon machine image was not made"))
      #expect(answer.output.contains("\"not-applicable\""))
      let disk = Disk(workingDirectory: program.folder)
      #expect(disk.status("packer-manifest.json") == nil)
    }
  }

  @Test func `a step works in the home of the user whom the builder names`() async throws {
    try await Program.withBase(Self.files) { program in
      let built = try await program(
        "build", "-only=amazon-ebs", "--stand-in", "machine.json", "--keep", "--format", "json")
      #expect(built.status == 0, "\(built.output)\(built.error)")
      let seen = try await program(
        "shell", "localhost/kept/machine:amazon-ebs", "sh", "-c",
        "cat /tmp/who /tmp/where; ls -l /home/admin/app.conf")
      #expect(seen.output.hasPrefix("admin\n/home/admin\n"), "\(seen.output)\(seen.error)")
      #expect(seen.output.contains("admin") && seen.output.contains("/home/admin/app.conf"))
    }
  }

  @Test func `an upload goes only where the user may write`() async throws {
    var files = Self.files
    files["machine.json"] = Self.template.replacing(
      #""destination": "app.conf""#, with: #""destination": "/etc/app.conf""#)
    try await Program.withBase(files) { program in
      let answer = try await program("build", "-only=amazon-ebs,digitalocean", "--stand-in", "machine.json")
      #expect(answer.status == 1)
      #expect(answer.error.contains("`admin` may not write to `/etc` for the upload to `/etc/app.conf`"))
      #expect(answer.error.contains("digitalocean: finished"))
    }
  }

  @Test func `the settings name the container, and it is rehearsed dry, too`() async throws {
    var files = Self.files
    files[".ovenproof.yaml"] = "stand-ins: {builds: {amazon-ebs: 'tiny:1', googlecompute: off}}\n"
    try await Program.withBase(files) { program in
      let dry = try await program("build", "--dry-run", "machine.json")
      #expect(dry.status == 0, "\(dry.output)\(dry.error)")
      #expect(
        dry.error.contains("amazon-ebs: `tiny:1` stands in for an EC2 instance, as the settings say at"))
      #expect(dry.error.contains("googlecompute: not run"))
      let plan = try await program("plan", "machine.json", "--format", "json")
      #expect(plan.output.contains(#""stand-in""#) && plan.output.contains(#""user": "admin""#))
    }
  }

  @Test func `what nothing tells is asked for`() async throws {
    let template =
      #"{"builders": [{"type": "amazon-ebs", "region": "r", "instance_type": "t", "source_ami": "ami-1", "#
      + #""ssh_username": "admin", "ami_name": "web-{{timestamp}}"}], "provisioners": [{"type": "shell", "inline": ["true"]}]}"#
    try await Program.withBase(["machine.json": template]) { program in
      let silent = try await program("build", "--stand-in", "machine.json")
      #expect(silent.status == 3)
      #expect(
        silent.error.contains("cannot tell which system `amazon-ebs` starts from: `source_ami` is `ami-1`"))
      let named = try await program("build", "--stand-in", "amazon-ebs=tiny:1", "machine.json")
      #expect(named.status == 0, "\(named.output)\(named.error)")
      let unknown = try await program("build", "--stand-in", "other=tiny:1", "machine.json")
      #expect(unknown.status == 2 && unknown.error.contains("no build is called `other`"))
    }
  }
}
