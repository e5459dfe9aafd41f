"""The homes of the workbook besides JupyterLab: what makes each of them."""
