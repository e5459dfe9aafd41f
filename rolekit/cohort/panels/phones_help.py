"""What may keep phones out, and how a room hands in without a network that everyone shares."""

from html import escape

_FORM = """Title      Where do we sit?
Question   Your response code (short answer, required)
Help text  It begins with ROLE1-. Please give no name.
Settings   nobody signs in, no mail addresses, more than one response allowed"""
_HUB = 'c.Spawner.environment = {"ROLEKIT_COHORT": "/shared/room"}'

NOBODY = """<p>No phone has come yet. Something may be in the way:</p><ul>
<li><b>Another network?</b> Phones must be in the same Wi-Fi as this computer. Ask people to switch
mobile data off.</li>
<li><b>Guest isolation?</b> Many guest networks keep devices apart. Take another network, or a
hotspot.</li>
<li><b>A firewall?</b> This computer may turn visitors away. Allow Python to accept connections in
private networks.</li>
<li><b>A hotspot helps.</b> Start one on a phone or on this computer, join it, close the door and
open it at the new address.</li>
<li><b>Nothing helps?</b> Share the static page instead, and paste the codes that people send
you.</li></ul>"""
OTHER_WAYS = f"""<details><summary>No network that everyone shares?</summary><ul>
<li><b>Everyone is online:</b> put the static page that <code>make page</code> writes on any web
server. People send you their codes, and you paste them here.</li>
<li><b>Too many messages for that:</b> a form with one field, then paste its table here:
<pre>{escape(_FORM)}</pre></li>
<li><b>Everyone has an account on a hub:</b> in <code>jupyterhub_config.py</code>, with the address
that <code>python -m rolekit.record.set_up</code> printed:
<pre>{escape(_HUB)}</pre></li></ul></details>"""
