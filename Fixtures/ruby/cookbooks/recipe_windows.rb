if platform?('windows')
  registry_key 'HKEY_LOCAL_MACHINE\SOFTWARE\Example' do
    values [{ name: 'Level', type: :dword, data: 3 }, { name: "Path", type: :string, data: "C:\\tools\\bin" }]
    recursive true
    action :create
  end
  powershell_script 'feature' do
    code <<-EOH
      $x = Get-WindowsFeature | Where-Object {$_.Name -eq "Web-Server"}
      if (-not $x.Installed) { Install-WindowsFeature Web-Server }
    EOH
    guard_interpreter :powershell_script
    not_if '(Get-WindowsFeature Web-Server).Installed'
  end
  windows_package('tool') { source 'C:/tmp/tool.msi'; options '/qn'; returns [0, 3010] }
end
